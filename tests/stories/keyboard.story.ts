import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()
const hello = '_posts/2022-02-01-hello.md'

/** What has the focus, and whether one sees that it has: an outline, a ring, or the cursor of a text. */
async function focus(page: Page): Promise<{ readonly name: string; readonly visible: boolean }> {
  await page.waitForTimeout(50)
  await untilEditorMarks(page)
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: 'nothing', visible: false }
    const style = getComputedStyle(element)
    const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
    const inText = element.matches('.cm-content') && document.querySelector('.cm-focused') !== null
    // A list shows its focus on the row that is current.
    const row = element.getAttribute('aria-activedescendant')
    const hasRow = row !== null && document.getElementById(row) !== null
    const name = element.getAttribute('aria-label') ?? element.textContent ?? element.tagName
    return { name: name.slice(0, 40), visible: ring || inText || hasRow || element.matches('iframe') }
  })
}

/** The editor marks its focus a moment after it has it, on a busy machine a longer one. */
async function untilEditorMarks(page: Page): Promise<void> {
  const isMarked = () =>
    !document.activeElement?.matches('.cm-content') || document.querySelector('.cm-focused') !== null
  // One that never marks it is found invisible.
  await page.waitForFunction(isMarked, undefined, { timeout: 2_000 }).catch(() => undefined)
}

async function expectFocusInText(page: Page): Promise<void> {
  await page.locator('.cm-content:focus').waitFor()
  await expect.poll(() => focus(page)).toEqual({ name: 'Text of the post', visible: true })
}

test('A post is opened, edited, linked, illustrated, updated, published and taken back without a mouse', async () => {
  const blog = ourBlog()
  const head = blog.git('rev-parse', 'HEAD')
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  const { keyboard } = page
  await page.getByRole('option').first().waitFor()

  await keyboard.press('Control+o')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await keyboard.type('hello')
  await page.getByRole('dialog').getByRole('option', { name: /Hello/ }).waitFor()
  await keyboard.press('Enter')
  await desk.text.getByText('First post.').waitFor()
  await expectFocusInText(page)

  await keyboard.press('Control+End')
  await keyboard.type('\nBring tea')
  await keyboard.press('Control+Shift+ArrowLeft')
  await keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Link' }).waitFor()
  await keyboard.type('https://tea.example/')
  await keyboard.press('Enter')
  await expectFocusInText(page)
  expect(await desk.source()).toContain('Bring [tea][tea]')

  await keyboard.press('Control+Shift+E')
  await page.getByLabel('Address or embed code').waitFor()
  await keyboard.type('https://www.youtube.com/watch?v=aB3_xYz-9Q0')
  await page.getByLabel('What will be written').waitFor()
  await keyboard.press('Enter')
  await expectFocusInText(page)
  expect(await desk.source()).toContain('youtube.com/embed/aB3_xYz-9Q0')

  await keyboard.press('Control+Shift+U')
  await page.getByRole('dialog').getByLabel('Date', { exact: true }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expectFocusInText(page)
  await keyboard.type('The kettle is out.')
  expect(await desk.source()).toMatch(/### Update[^]*The kettle is out\./)

  await keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Commit 1 file' }).waitFor()
  await keyboard.press('Enter')
  const receipt = page.getByRole('dialog', { name: 'Committed' })
  await receipt.waitFor()
  expect(blog.git('rev-parse', 'HEAD')).not.toBe(head)
  await tabTo(page, 'Undo')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Taken back' }).waitFor()
  expect(blog.git('rev-parse', 'HEAD')).toBe(head)
  await keyboard.press('Escape')
  await expectFocusInText(page)
  expect(readFileSync(join(blog.folder, hello), 'utf8')).toContain('The kettle is out.')
})

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    if ((await focus(page)).name === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}`)
}

const dialogs = [
  'Control+Shift+P',
  'Control+o',
  'Control+Alt+n',
  'Control+Shift+E',
  'Control+k',
  'Control+Shift+U',
  'Control+,',
  'Control+Shift+O',
  'Control+Alt+r',
  'Control+Alt+h',
  'Control+Alt+t',
  'Control+Shift+F',
  'Control+Enter',
]

test('Every dialog opens with a focus one can see, and gives it back to the text', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.text.focus()
  await page.waitForTimeout(500)

  const lost: string[] = []
  for (const keys of dialogs) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').first().waitFor()
    await page.waitForTimeout(100)
    const inside = await focus(page)
    if (!inside.visible) lost.push(`${keys}: ${inside.name}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
    const after = await focus(page)
    if (after.name !== 'Text of the post') lost.push(`after ${keys}: ${after.name}`)
  }
  expect(lost).toEqual([])
})

test('Tab and F6 go round the window, and the focus is seen wherever it is', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.run('Side panel: Details')
  await page.getByPlaceholder('Filter').focus()

  const seen: { readonly name: string; readonly visible: boolean }[] = []
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('F6')
    seen.push(await focus(page))
  }
  await page.getByPlaceholder('Filter').focus()
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Shift+Tab')
    seen.push(await focus(page))
  }
  expect(seen.filter(each => !each.visible && each.name !== 'nothing')).toEqual([])
  expect(seen.map(each => each.name)).toContain('Text of the post')
})

test('Whatever goes away, the focus does not go with it, and Escape leads back to the text', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  const { keyboard } = page
  await desk.open('A tape that forgot')
  await desk.text.focus()

  await keyboard.press('Control+/')
  await page.evaluate(async () => {
    while (document.activeElement?.tagName !== 'IFRAME') await new Promise(resolve => setTimeout(resolve, 20))
  })
  // The frame is a page of its own, and has the keys a moment after this one gave them away.
  await desk.preview.locator('body').evaluate(async () => {
    while (!document.hasFocus()) await new Promise(resolve => setTimeout(resolve, 20))
  })
  await keyboard.press('Control+/')
  await page.locator('[data-pane="editor"]').waitFor()
  await expectFocusInText(page)

  await keyboard.press('Control+Shift+I')
  await page.getByRole('tab', { name: 'Details' }).focus()
  await keyboard.press('Control+Shift+I')
  await expectFocusInText(page)
  await keyboard.press('Control+Shift+I')
  await page.getByRole('button', { name: 'Close the side panel' }).press('Enter')
  await expectFocusInText(page)

  await keyboard.press('Control+Shift+I')
  await page.getByRole('tab', { name: 'Details' }).focus()
  await keyboard.press('Escape')
  await expectFocusInText(page)

  await page.getByRole('listbox', { name: 'Posts' }).focus()
  await keyboard.press('Escape')
  await expectFocusInText(page)
  await page.getByRole('listbox', { name: 'Posts' }).focus()
  await keyboard.press('Control+Shift+L')
  await expectFocusInText(page)
  await keyboard.press('Control+Shift+L')

  const filter = page.getByPlaceholder('Filter')
  await filter.fill('tape')
  await keyboard.press('Escape')
  expect([await filter.inputValue(), (await focus(page)).name]).toEqual(['', 'Filter posts'])
  await keyboard.press('Escape')
  await expectFocusInText(page)

  await desk.run('Move this post to the trash')
  await page.getByText('No post is open').last().waitFor()
  await page.getByRole('listbox', { name: 'Posts' }).and(page.locator(':focus')).waitFor()
  expect(await page.getByRole('listbox', { name: 'Posts' }).evaluate(list => list.matches(':focus'))).toBe(
    true,
  )
})

test('A form in the side panel gives the focus back to its row', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Checksums for poets')
  await desk.run('Side panel: Embeds')

  const embed = page.getByRole('list', { name: 'Embeds' }).getByRole('listitem').first()
  for (const end of ['Escape', 'Cancel']) {
    await embed.getByRole('button', { name: 'Swap…' }).press('Enter')
    await embed.getByLabel('New address or id').waitFor()
    if (end === 'Escape') await page.keyboard.press('Escape')
    else await embed.getByRole('button', { name: end }).press('Enter')
    await embed.locator(':focus').waitFor()
    await embed.getByRole('button', { name: 'Swap…' }).waitFor()
  }
})
