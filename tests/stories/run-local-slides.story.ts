import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { callingDeck, hostileDeck } from '../support/hostile-deck.ts'
import { strangeServer } from '../support/hostile-post.ts'

const chromium = useChromium()

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

/** Slides that count the keys they get. */
const ownDeck = `<!doctype html><link rel="stylesheet" href="own.css"><h1>Our slides</h1><p id="slide">1</p>
<script>let slide = 1; addEventListener('keydown', ({ key }) => { if (key === 'ArrowRight') document.querySelector('#slide').textContent = ++slide })</script>`

async function openPost(deck: (away: string, app: string) => string) {
  const { folder } = ourBlog()
  const stranger = await strangeServer()
  mkdirSync(join(folder, 'slides/talk'), { recursive: true })
  writeFileSync(
    join(folder, '_posts/2022-02-01-hello.md'),
    `---\ntitle: Hello\n---\nWords.\n\n<iframe src="/slides/talk/index.html" title="Our talk"></iframe>\n`,
  )
  const { url } = await startHost(folder)
  const files: Readonly<Record<string, string | Buffer>> = {
    'talk/index.html': deck(stranger.origin, new URL(url).origin),
    'talk/own.css': 'h1 { color: rgb(1, 2, 3) }',
    'talk/own.js': "document.querySelector('#own').textContent = 'ran'",
    'talk/module.js': "document.querySelector('#own').dataset.module = 'ran'",
    'talk/notes.md': 'Notes.',
    'talk/own.png': png,
    'secret.md': 'A secret.',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'slides', name), content)
  const page = await openWindow(chromium(), url)
  const asked: string[] = []
  // What the page's own header stops does not come this far.
  await page.context().route(/^https?:\/\/(?!127\.0\.0\.1|(?:preview|deck)\.localhost)/, route => {
    asked.push(route.request().url())
    return route.abort()
  })
  await page.context().route('**/api/**', route => {
    if (route.request().frame() !== page.mainFrame()) asked.push(route.request().url())
    return route.continue()
  })
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Preview: the content alone')
  return { page, desk, stranger, asked, app: new URL(url).origin, card: desk.preview.locator('figure.card') }
}

function isDeck(frame: Frame): boolean {
  return /^http:\/\/deck\.localhost:\d+\/[\w-]{43}\//.test(frame.url())
}

async function deckIn(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some(isDeck)).toBe(true)
  return page.frames().find(isDeck)!
}

test('Slides of the site run in the preview once they are clicked, and have the keys while they are used', async () => {
  const { page, desk, card } = await openPost(() => ownDeck)
  await desk.preview.getByText('Words.').waitFor()
  expect(page.frames().some(isDeck)).toBe(false)
  await card.getByRole('button', { name: 'Play reveal.js: Our talk' }).click()
  const deck = await deckIn(page)
  await deck.getByText('Our slides').waitFor()
  expect(await deck.evaluate(() => [origin, document.referrer])).toEqual(['null', ''])
  expect(await deck.locator('h1').evaluate(heading => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)')
  await page.keyboard.press('ArrowRight')
  await deck.getByText('2', { exact: true }).waitFor()

  await desk.goBehind('Words.')
  await page.keyboard.type(' More.')
  await page.keyboard.press('ArrowRight')
  await desk.preview.getByText('Words. More.').waitFor()
  expect(await deck.locator('#slide').textContent()).toBe('2')
  await card.getByRole('button', { name: 'Use the keys in Our talk' }).click()
  await expect.poll(() => deck.evaluate(() => document.hasFocus()), { timeout: 10_000 }).toBe(true)
  await page.keyboard.press('ArrowRight')
  await deck.getByText('3', { exact: true }).waitFor()
})

test('Hostile slides call nobody, reach neither the app nor the preview nor the disk, and lead nothing away', async () => {
  const { page, desk, stranger, asked, app, card } = await openPost(hostileDeck)
  await card.getByRole('button', { name: /Play/ }).click()
  const deck = await deckIn(page)
  await deck.getByText('own notes').waitFor()
  await deck.getByText('own picture').waitFor()
  expect(await deck.locator('#own').textContent()).toBe('ran')
  expect(await deck.locator('#own').getAttribute('data-module')).toBe('ran')
  const reached = await deck.locator('#reached li').allInnerTexts()
  await page.waitForTimeout(5_000)
  expect({ reached: reached.toSorted(), out: stranger.calls, asked }).toEqual({
    reached: ['own notes', 'own picture'],
    out: [],
    asked: [],
  })
  expect(page.url().startsWith(app)).toBe(true)
  await desk.goBehind('Words.')
  await page.keyboard.type(' Still here.')
  await desk.preview.getByText('Still here.').waitFor()
})

test('No packet of hostile slides leaves, where the browser can stop it', async ({ skip }) => {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  let packets = 0
  socket.on('message', () => packets++)
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const deck = callingDeck(socket.address().port)
  const probe = await openWindow(chromium(), 'about:blank')
  await probe.route('http://probe.localhost/', route =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'connection-allowlist': '(response-origin)' },
      body: deck,
    }),
  )
  await probe.goto('http://probe.localhost/')
  await probe.waitForTimeout(1_500)
  skip(packets > 0, 'this Chromium does not know Connection-Allowlist')

  const { page, card } = await openPost(() => deck)
  await card.getByRole('button', { name: /Play/ }).click()
  await (await deckIn(page)).getByText('Our slides').waitFor()
  await page.waitForTimeout(1_500)
  expect(packets).toBe(0)
})

test('Slides that take the keys from who writes are stopped, and the keys come back', async () => {
  const { page, desk, card } = await openPost(
    () =>
      `${ownDeck}<input><script>addEventListener('keydown', () => setInterval(() => document.querySelector('input').focus(), 20))</script>`,
  )
  await card.getByRole('button', { name: /Play/ }).click()
  const deck = await deckIn(page)
  await deck.getByText('Our slides').waitFor()
  await page.keyboard.press('ArrowRight')
  await deck.getByText('2', { exact: true }).waitFor()
  await desk.goBehind('Words.')
  await card.getByText('took the keys').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
  await page.keyboard.type(' All of it.')
  await desk.preview.getByText('Words. All of it.').waitFor()
})

test('Slides that Jekyll has to make first say so', async () => {
  const { card } = await openPost(() => '---\nlayout: deck\n---\n<h1>Made</h1>')
  await card.getByRole('button', { name: /Play/ }).click()
  await card.frameLocator('iframe').getByText('Jekyll makes this page').waitFor()
})

test('Slides that load at once have the keys only after a click, also when they grasp for them', async () => {
  const { page, desk, card } = await openPost(
    () => `${ownDeck}<input autofocus><script>document.querySelector('input').focus()</script>`,
  )
  await desk.goBehind('Words.')
  await desk.run('Load players at once in the preview: on or off')
  await desk.text.focus()
  await page.keyboard.type(' More.')
  await expect.poll(() => card.innerText(), { timeout: 10_000 }).toMatch(/took the keys/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
  await page.keyboard.type(' And more.')
  await expect.poll(desk.source).toContain('And more.')
})
