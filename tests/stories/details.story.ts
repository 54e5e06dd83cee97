import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('A field is added where the author’s posts have it, by keyboard alone, and one undo takes it back', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url, { viewport: { width: 1024, height: 700 } })
  const desk = deskOf(page)
  await desk.open('Checksums for poets')
  const before = await desk.source()
  await desk.run('Details')
  const panel = page.getByRole('complementary', { name: 'Side panel' })
  await panel.getByLabel('layout').waitFor()
  await panel.getByRole('button', { name: 'Add a field' }).press('Enter')
  const form = panel.getByRole('group', { name: 'Add a field' })
  await form.getByLabel('Field').fill('author')
  await form.getByText('In 2 of your posts').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.type('Rosalind Quay')
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toBe(before.replace('\ndate:', '\nauthor: Rosalind Quay\ndate:'))
  const field = panel.getByRole('combobox', { name: 'author' })
  await expect.poll(() => field.evaluate(input => input === document.activeElement)).toBe(true)
  await desk.text.press('Control+Z')
  await expect.poll(desk.source).toBe(before)
})

test('On a narrow window the panel takes the place of the preview, which comes back when it closes', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url, { viewport: { width: 1024, height: 700 } })
  const desk = deskOf(page)
  await desk.open('Checksums for poets')
  const preview = page.locator('[data-pane="preview"]')
  await preview.waitFor()
  await desk.run('Details')
  await preview.waitFor({ state: 'hidden' })
  const [editor, panel] = await Promise.all(
    ['editor', 'panel'].map(name => page.locator(`[data-pane="${name}"]`).boundingBox()),
  )
  expect(editor!.x + editor!.width).toBeCloseTo(panel!.x, 0)
  await page.getByRole('button', { name: 'Close the side panel' }).click()
  await preview.waitFor()
})
