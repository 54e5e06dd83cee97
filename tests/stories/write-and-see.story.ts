import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('Each key changes the preview', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.preview.getByText('First post.').waitFor()

  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring *tea*.')

  await desk.preview.locator('em', { hasText: 'tea' }).waitFor()
})

test('A script and a style in a post get their colours a moment after the text is there', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  await desk.goBehind('First post.')
  await page.keyboard.insertText(
    '\n\n<script>\nfunction rotate(tape) {}\n</script>\n\n<p style="color: teal">Ahoy</p>\n',
  )

  for (const word of ['function', 'color'])
    await desk.text.locator('.cm-line span', { hasText: new RegExp(`^${word}$`) }).waitFor()
})

test('Slides stand in the preview as a card of their shape; nothing is asked of their host until it is clicked', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).hostname))
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')

  const card = desk.preview.getByRole('button', { name: /Speaker Deck/ })
  await card.waitFor()
  const box = (await desk.preview.locator('figure.card').first().boundingBox())!
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1)
  expect(asked.filter(host => !/^(?:127\.0\.0\.1|preview\.localhost)$/.test(host))).toEqual([])

  await page
    .context()
    .route('https://speakerdeck.com/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<p>deck</p>' }),
    )
  await card.click()
  await desk.preview.frameLocator('iframe').getByText('deck').waitFor()
})

test('A player that does not answer gives its card back and says so', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  await page.context().route('https://www.youtube-nocookie.com/**', () => undefined)
  const desk = deskOf(page)
  await desk.open('Checksums for poets')

  await desk.preview.getByRole('button', { name: /YouTube/ }).click()
  await desk.preview.getByText(/did not answer/i).waitFor({ timeout: 10_000 })
  await desk.preview.getByRole('button', { name: /YouTube/ }).waitFor()
})

test('Scrolling the text moves the preview, and what is open comes back at the next start', async () => {
  const blog = ourBlog()
  const first = await startHost(blog.folder)
  const page = await openWindow(chromium(), first.url, { viewport: { width: 1024, height: 500 } })
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.preview.getByText('The vendor answered').waitFor()
  await desk.text.click()
  await page.keyboard.press('Control+End')

  await expect
    .poll(() => desk.preview.locator('html').evaluate(html => html.scrollTop), { timeout: 5_000 })
    .toBeGreaterThan(50)

  await page.reload()
  await desk.text.getByText('The vendor answered').waitFor()
})
