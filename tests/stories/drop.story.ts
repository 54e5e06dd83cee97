import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

interface DroppedFile {
  readonly name: string
  readonly type: string
  readonly content: string
}

/** Drops a file on the element a selector names; false where the browser would open it instead. */
function dropFile(page: Page, selector: string, file: DroppedFile): Promise<boolean> {
  return page.evaluate(
    ([selector, { name, type, content }]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], name, { type }))
      const target = document.querySelector(selector)!
      const event = (kind: string) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })
      const isTaken = !target.dispatchEvent(event('dragover'))
      return !target.dispatchEvent(event('drop')) && isTaken
    },
    [selector, file] as const,
  )
}

test('Files dropped on the window are taken: a post is opened or added, a PDF lies on the site and is linked', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  const markdown = (name: string) => ({ name, type: 'text/markdown', content: '---\ntitle: Brought\n---\n' })

  expect(await dropFile(page, 'nav', markdown('2023-11-20-restore-drill.md'))).toBe(true)
  await desk.text.getByText('The restore drill').first().waitFor()
  expect(await dropFile(page, 'footer', markdown('brought.md'))).toBe(true)
  await page.getByRole('button', { name: 'Add a copy' }).click()
  await desk.text.getByText('title: Brought').waitFor()

  await desk.text.press('Control+End')
  const before = await desk.source()
  expect(
    await dropFile(page, '.cm-content', {
      name: 'My Slides.pdf',
      type: 'application/pdf',
      content: '%PDF-1.4\n',
    }),
  ).toBe(true)
  await page.getByText('Added images/my-slides.pdf.').waitFor()
  await page.keyboard.type('The slides')
  expect(await desk.source()).toBe(`${before}[The slides]({{BASE_PATH}}/images/my-slides.pdf)`)
  await desk.text.press('Control+Z')
  await desk.text.press('Control+Z')
  await expect.poll(desk.source).toBe(before)
  await expect.poll(() => readdirSync(join(blog.folder, 'images'))).toEqual(['web'])

  await dropFile(page, 'nav', { name: 'broken.pdf', type: 'application/pdf', content: 'no' })
  await page.getByText('broken.pdf is not a PDF').waitFor()
})

test('A post dragged from the list becomes a link, and a click with Ctrl follows it', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  await page.getByRole('option', { name: 'The restore drill' }).dragTo(desk.text.getByText('More when'), {
    targetPosition: { x: 1, y: 5 },
  })
  await expect.poll(desk.source).toContain('The restore drill')
  expect(await desk.source()).toMatch(/\[The restore drill\][[(]/)

  await desk.open('Tape robots')
  await desk.text
    .getByText('restore drill')
    .first()
    .click({ modifiers: ['Control'] })
  await expect
    .poll(() =>
      page
        .locator('.cm-activeLine, [data-current]')
        .count()
        .then(() => desk.status.textContent()),
    )
    .toMatch(/\d+:1$/)
})

test('Keys of other writing tools do here what they do there', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+/')
  await page.locator('[data-pane="editor"]').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+/')
  await page.locator('[data-pane="editor"]').waitFor()
  await desk.text.press('Control+End')
  await page.keyboard.type('\nWords')
  await desk.text.press('Control+Alt+/')
  await expect.poll(desk.source).toContain('<!-- Words -->')
  await desk.text.press('Control+Shift+S')
  await page.getByRole('option', { name: 'Hello' }).nth(1).waitFor()
})
