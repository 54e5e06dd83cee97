import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

function pasteHtml(page: Page, html: string, plain: string): Promise<void> {
  return page.evaluate(
    ({ html, plain }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', plain)
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    { html, plain },
  )
}

test('Rich text becomes Markdown, its scripts are gone, and one undo gives back the plain words', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  const before = await desk.source()

  const docs = `<b style="font-weight:normal"><p>A <span style="font-weight:700">bold</span>
    <a href="https://quay.example/a">word</a><img src=x onerror="window.ran=1"><script>window.ran=1</script>
    <a href="javascript:window.ran=1">trap</a></p></b>`
  await pasteHtml(page, docs, 'A bold word trap')
  await expect.poll(desk.source).toBe(`${before}A **bold** [word](https://quay.example/a) trap`)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)

  await page.getByRole('button', { name: 'Plain', exact: true }).click()
  await expect.poll(desk.source).toBe(`${before}A bold word trap`)
  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before)
})

test('In code, and with Mod+Shift+V, what is pasted stays as plain as it is', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  await page.keyboard.type('\n\n    code ')
  await pasteHtml(page, '<b>words</b>', 'words')
  await page.waitForTimeout(500)
  expect(await desk.source()).toMatch(/code words$/)

  await page.keyboard.type('\n\n')
  await page.keyboard.down('Control')
  await page.keyboard.down('Shift')
  await page.keyboard.down('V')
  await pasteHtml(page, '<b>plain</b>', 'plain')
  await page.waitForTimeout(500)
  expect(await desk.source()).not.toContain('**')
})
