import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** The blog with addresses that have the day in them, and with an address of its own. */
function datedBlog(): string {
  const { folder } = ourBlog()
  const config = join(folder, '_config.yml')
  const written = readFileSync(config, 'utf8').replace(
    /^permalink:.*$/m,
    'permalink: /:year/:month/:day/:title/',
  )
  writeFileSync(config, `${written}url: https://quay.example\n`)
  return folder
}

test('What would take a post away from the address that was copied asks first', async () => {
  const { url } = await startHost(datedBlog())
  const page = await openWindow(chromium(), url, { permissions: ['clipboard-read', 'clipboard-write'] })
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.preview.getByText('eleven minutes').waitFor()
  await desk.text.focus()
  await page.keyboard.press('Control+Alt+C')
  await page.getByText(/^Copied .*works once the post is published/).waitFor()
  const before = await desk.source()
  const asked = page.getByRole('dialog', { name: 'Give this post another address?' })

  await desk.run('Side panel: Details')
  await page.getByLabel('date', { exact: true }).fill('2024-04-09 18:00:00 +0100')
  await page.keyboard.press('Enter')
  await asked.getByText('The post would be at').waitFor()
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'detached' })
  expect(await desk.source()).toBe(before)

  await page.getByLabel('author', { exact: true }).fill('R. Quay')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.source()).toContain('author: R. Quay')

  await desk.text.focus()
  await page.keyboard.press('Control+Alt+r')
  await page.getByLabel('Name in the address').fill('a-tape')
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByText('You copied').waitFor()
  await page.getByRole('button', { name: 'Rename, and change the address' }).click()
  await page.getByText('It is called _posts/2024-04-03-a-tape.md now').waitFor()
})

test('The address of a draft is the one that it has as a post of today, and says so', async () => {
  const { url } = await startHost(datedBlog())
  const page = await openWindow(chromium(), url, { permissions: ['clipboard-read', 'clipboard-write'] })
  const desk = deskOf(page)
  await desk.open('What I would say now')
  await desk.preview.getByText('What I would say now').first().waitFor()
  await desk.text.focus()
  await page.keyboard.press('Control+Alt+C')
  await page.getByText(/^Copied .*if the draft is published today/).waitFor()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  await desk.run('Make this draft a post')
  await page.getByText('It is a post now.').waitFor()
  await page.keyboard.press('Control+Alt+C')
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
})

test('A post is printed with its links written out, and nothing in it runs', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url, { colorScheme: 'dark' })
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')
  await desk.preview.getByText('better than its').waitFor()
  await desk.run('Print, or save as PDF')
  const frame = page.locator('iframe[title="Page to print"]')
  await frame.waitFor({ state: 'attached' })
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts')

  const paper = page.frameLocator('iframe[title="Page to print"]')
  await page.emulateMedia({ media: 'print' })
  const link = paper.locator('a[href="https://robots.example/manual/"]')
  await link.waitFor({ state: 'attached' })
  const written = await link.evaluate(element => getComputedStyle(element, '::after').content)
  expect(written).toBe('" (https://robots.example/manual/)"')
  expect(await paper.locator('script').count()).toBe(0)
})
