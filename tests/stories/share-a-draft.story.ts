import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('A post becomes one file that shows itself anywhere, with its pictures and without scripts', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Checksums for poets')

  const downloading = page.waitForEvent('download')
  await desk.run('Share as one file')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('2023-06-08-checksums-for-poets.html')
  const html = readFileSync(await download.path(), 'utf8')
  expect(html).toContain('<h1>Checksums for poets</h1>')
  expect(html).toContain('<img src="data:image/png;base64,')
  expect(html).toContain('class="card"')
  expect(html).not.toMatch(/<script|<iframe/)

  const requests: string[] = []
  const reader = await openWindow(chromium(), 'about:blank')
  reader.on('request', request => requests.push(request.url()))
  await reader.setContent(html)
  await reader.getByRole('img', { name: 'A ladder of numbers' }).waitFor()
  expect(requests.filter(address => !address.startsWith('data:'))).toEqual([])
})

test('The public address is there to copy from the first draft, and a change of it is told', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url, { permissions: ['clipboard-read', 'clipboard-write'] })
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.preview.getByRole('heading', { name: 'Hello' }).waitFor()

  await desk.text.click()
  await page.keyboard.press('Control+Alt+C')
  await page.getByText(/^Copied \/hello/).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('/hello')

  await desk.text.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type('\npermalink: /welcome')
  await page.getByText('this post is at /welcome now').waitFor()
})
