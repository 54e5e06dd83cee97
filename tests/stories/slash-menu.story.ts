import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'

const chromium = useChromium()

/** On an empty line at the end of a post. */
async function onEmptyLine(): Promise<{ readonly page: Page; readonly desk: Desk; readonly before: string }> {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\n')
  return { page, desk, before: await desk.source() }
}

const menu = (page: Page) => page.locator('.cm-tooltip-autocomplete')

test('A slash on an empty line offers what can be put in; Enter does it, and one undo takes it back', async () => {
  const { page, desk, before } = await onEmptyLine()
  await page.keyboard.type('/')
  await menu(page).getByText('Insert an embed…').waitFor()
  await menu(page).getByText('Bulleted list').waitFor()
  await page.keyboard.type('h2')
  await expect.poll(() => menu(page).getByRole('option').allTextContents()).toHaveLength(1)
  await page.waitForTimeout(100)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tea')
  await expect.poll(() => desk.source()).toBe(`${before}## Tea`)
  for (let undone = 0; (await desk.source()) !== before && undone < 2; undone++)
    await page.keyboard.press('Control+z')
  expect(await desk.source()).toBe(before)
})

test('What the slash offers opens its dialog, and the slash is gone', async () => {
  const { page, desk, before } = await onEmptyLine()
  await page.keyboard.type('/slid')
  await menu(page).getByText('Insert an embed…').waitFor()
  await page.waitForTimeout(100)
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://www.youtube.com/watch?v=aB3_xYz-9Q0')
  await page.getByLabel('What will be written').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.source()).toContain('youtube.com/embed/aB3_xYz-9Q0')
  expect(await desk.source()).not.toContain('/slid')
  await page.keyboard.press('Control+z')
  await expect.poll(() => desk.source()).toBe(before)
})

test('A slash that is meant stays: after Escape, in a path, before a space, in code, in a sentence', async () => {
  const { page, desk, before } = await onEmptyLine()
  const { keyboard } = page
  await keyboard.type('/')
  await menu(page).waitFor()
  await keyboard.press('Escape')
  await keyboard.type('insert\n')
  await keyboard.type('/etc/hosts\n/ \nand/or\n\n```\n/')
  await page.waitForTimeout(400)
  expect(await menu(page).count()).toBe(0)
  await keyboard.type('b\n```\n')
  expect(await desk.source()).toBe(`${before}/insert\n/etc/hosts\n/ \nand/or\n\n\`\`\`\n/b\n\`\`\`\n`)
})
