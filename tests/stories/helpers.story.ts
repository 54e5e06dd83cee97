import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { noNetwork } from '../support/lookups.ts'

const chromium = useChromium()

async function openPost(title: string): Promise<{ desk: Desk; page: Page; before: string }> {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open(title)
  return { desk, page, before: await desk.source() }
}

test('A pasted video address becomes the author’s own markup, and one undo gives back the raw paste', async () => {
  const { desk, page, before } = await openPost('The restore drill')
  await desk.goBehind('Rule four is the hard one')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await desk.paste('https://www.youtube.com/watch?v=aB3_xYz-9Q0')

  expect(await desk.source()).toContain(
    '<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/aB3_xYz-9Q0" frameborder="0" allowfullscreen></iframe>\n</div>',
  )
  await desk.preview.getByRole('button', { name: /YouTube/ }).waitFor()
  await page.keyboard.press('Control+z')
  expect(await desk.source()).toContain('\n\nhttps://www.youtube.com/watch?v=aB3_xYz-9Q0\n')
  expect(before).not.toContain('youtube')
})

test('A Speaker Deck page becomes a plain link, and the dialog says what to paste instead', async () => {
  const { desk, page } = await openPost('Hello')
  await noNetwork(page)
  await desk.goBehind('First post.')
  await page.keyboard.press('Control+Shift+e')
  await page.getByLabel('Address or embed code').fill('https://speakerdeck.com/quay/lullabies')
  await page
    .getByRole('dialog')
    .getByText(/paste the embed code/i)
    .waitFor()
  await page.keyboard.press('Enter')
  await desk.text.getByText('speakerdeck.com/quay/lullabies').first().waitFor()
  expect(await desk.source()).toMatch(/<a href="https:\/\/speakerdeck\.com\/quay\/lullabies">/)
})

test('Selected words become a reference link whose definition joins the post’s block', async () => {
  const { desk, page, before } = await openPost('A tape that forgot')
  await desk.text
    .getByText('The log had the answer')
    .first()
    .dblclick({ position: { x: 40, y: 8 } })
  const word = await page.evaluate(() => String(window.getSelection()))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Link' }).fill('https://logs.example/answer')
  await page.keyboard.press('Enter')

  const label = word.trim().toLowerCase()
  const source = await desk.source()
  expect(source).toContain(`[${word.trim()}][${label}]`)
  const block = source
    .slice(source.lastIndexOf('\n\n') + 2)
    .trim()
    .split('\n')
  expect(block).toContain(`[${label}]: https://logs.example/answer`)
  expect(block).toHaveLength(3)
  await page.keyboard.press('Control+z')
  expect(await desk.source()).toBe(before)
})

test('One of the author’s own posts is found by its title', async () => {
  const { desk, page } = await openPost('Hello')
  await desk.text
    .getByText('trains')
    .first()
    .dblclick({ position: { x: 5, y: 8 } })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Link' }).fill('restore dri')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /The restore drill/ })
    .waitFor()
  await page.keyboard.press('Enter')
  expect(await desk.source()).toContain(']: /practice/restore-drill\n')
})

test('An update gets its section and its line at the top, the cursor waits in it, and one undo takes all back', async () => {
  const { desk, page, before } = await openPost('Tape robots at ArchiveCon')
  await page.keyboard.press('Control+Shift+u')
  await page.getByLabel('Date', { exact: true }).fill('2024-09-24')
  await page.keyboard.press('Enter')
  await desk.text.getByText('### Update — 24 September').waitFor()
  await page.keyboard.type('The video is late.')

  const source = await desk.source()
  expect(source).toContain(
    '***Updated: 24 September (see below)***\n\n<script async class="speakerdeck-embed"',
  )
  expect(source).toMatch(/### Update — 24 September\n\nThe video is late\.\n\n\[manual\]:/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await desk.source()).toBe(before)
})

test('A field of the form changes its own lines only', async () => {
  const { desk, page, before } = await openPost('Checksums for poets')
  await desk.run('Side panel: Details')
  const title = page.getByRole('complementary').getByLabel('title', { exact: true })
  await title.fill('Checksums: for poets')
  await title.press('Enter')
  expect(await desk.source()).toBe(
    before.replace('title: "Checksums for poets"', 'title: "Checksums: for poets"'),
  )
})
