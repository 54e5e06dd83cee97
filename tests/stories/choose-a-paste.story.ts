import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { answerLookups, noNetwork } from '../support/lookups.ts'

const chromium = useChromium()
const video = 'https://youtu.be/aB3_xYz-9Q0'
const deck = 'https://speakerdeck.com/quay/lullabies'
const lullabies = {
  provider: 'speakerdeck',
  kind: 'slides',
  id: '5f1c7be09a3d4c26b1ee0d94aa2278c3',
  params: {},
  offlineResolvable: true,
  title: 'Lullabies',
  pageUrl: deck,
} as const

/** A post with the cursor on an empty line of its own at its end. */
async function openAtEnd() {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  await page.keyboard.type('\n\n')
  const chooser = page.getByRole('toolbar', { name: 'What was pasted stands as' })
  const note = page.locator('.cm-choice')
  return { page, desk, chooser, note, before: await desk.source() }
}

/** What a screen reader is told by the editor from now on. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const region = document.querySelector<HTMLElement>('.cm-announced')!
    region.dataset['said'] = ''
    new MutationObserver(() => {
      region.dataset['said'] += region.textContent
    }).observe(region, { childList: true, subtree: true, characterData: true })
  })
  return async () => (await page.locator('.cm-announced').getAttribute('data-said')) ?? ''
}

/** As if a link came from a browser, onto the words of a line (behind them) or onto the empty last line. */
function drop(page: Page, link: string, title: string, words: string): Promise<void> {
  return page.evaluate(
    ([url, name, at]) => {
      const lines = [...document.querySelectorAll<HTMLElement>('.cm-line')]
      const line = at === '' ? lines.at(-1)! : lines.find(each => each.textContent.includes(at!))!
      const range = document.createRange()
      range.selectNodeContents(line)
      const box = at === '' ? line.getBoundingClientRect() : [...range.getClientRects()].at(-1)!
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/uri-list', url!)
      dataTransfer.setData('text/plain', url!)
      dataTransfer.setData('text/html', `<a href="${url}">${name}</a>`)
      line.dispatchEvent(
        new DragEvent('drop', {
          dataTransfer,
          bubbles: true,
          cancelable: true,
          clientX: box.right - 1,
          clientY: box.top + 4,
        }),
      )
    },
    [link, title, words],
  )
}

test('A pasted address is embedded, and the keyboard chooses at the cursor what else it stands as', async () => {
  const { page, desk, chooser, before } = await openAtEnd()
  const said = await listen(page)
  await desk.paste(video)
  await chooser.getByRole('button', { name: 'Embed', pressed: true }).waitFor()
  expect(await desk.source()).toContain('<iframe')
  await expect.poll(said).toContain('Pasted as: Embed')
  await desk.preview.getByRole('button', { name: /Play YouTube/ }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await page.keyboard.press('Alt+Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toMatch(/\n\[Video on YouTube\]\[(.+)\]\n\n\[\1\]: https:\/\/youtu\.be\//)
  await chooser.getByRole('button', { name: 'Reference link', pressed: true }).waitFor()

  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before + video)
  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before)

  await desk.paste(video)
  await chooser.getByRole('button', { name: 'Link', exact: true }).click()
  await expect.poll(desk.source).toBe(`${before}[Video on YouTube](${video})`)
  await page.keyboard.type(' and on')
  await chooser.waitFor({ state: 'detached' })
  expect(await desk.source()).toBe(`${before}[Video on YouTube](${video}) and on`)
})

test('A dropped link is a link on its title in a line, and an embed on a line of its own', async () => {
  const { page, desk, chooser, before } = await openAtEnd()
  await drop(page, 'https://quay.example/tides', 'Tide tables', 'First post.')
  const linked = before.replace(/(First post\.[^\n]*)/, '$1[Tide tables](https://quay.example/tides)')
  await expect.poll(desk.source).toBe(linked)
  await chooser.getByRole('button', { name: 'Plain' }).click()
  await expect
    .poll(desk.source)
    .toBe(linked.replace('[Tide tables](https://quay.example/tides)', 'https://quay.example/tides'))
  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before)

  await drop(page, video, 'A talk', '')
  await expect.poll(desk.source).toContain(`<iframe`)
})

test('What only the network knows stays as it was pasted until the service has answered', async () => {
  const { page, desk, chooser, note, before } = await openAtEnd()
  let answer = (): void => undefined
  const asked = new Promise<void>(resolve => {
    answer = resolve
  })
  await answerLookups(page, [{ address: deck, state: 'cached', embed: lullabies, message: '' }])
  await page.route('**/lookupEmbed', async route => {
    await asked
    await route.fallback()
  })
  await desk.paste(deck)
  await note.getByText(/Asking/).waitFor()
  expect(await desk.source()).toBe(before + deck)
  await desk.goBehind('First post.')
  await page.keyboard.type(' More.')
  answer()
  await expect.poll(desk.source).toContain(`data-id="${lullabies.id}"`)
  await page.keyboard.type('..')
  expect(await desk.source()).toContain(' More...')
  await chooser.waitFor({ state: 'detached' })
})

test('Nobody answers: a link stands in and waits in the queue, and one undo gives back the address', async () => {
  const { page, desk, chooser, note, before } = await openAtEnd()
  await noNetwork(page)
  await desk.paste(deck)
  await note.getByText(/did not answer/).waitFor()
  expect(await desk.source()).toContain(`<p class="embed-pending"><a href="${deck}">`)
  await desk.status.getByRole('button', { name: '1 embed waits' }).waitFor()
  await chooser.getByRole('button', { name: 'Plain' }).click()
  await expect.poll(desk.source).toBe(before + deck)
  await desk.status.getByRole('button', { name: '1 embed waits' }).waitFor({ state: 'detached' })
})

test('When the network is back, the embed takes the place of its link by itself, and one undo takes it out', async () => {
  const { page, desk, note } = await openAtEnd()
  await noNetwork(page)
  await desk.paste(deck)
  await note.getByText(/did not answer/).waitFor()
  await desk.status.getByRole('button', { name: '1 embed waits' }).waitFor()
  await page.keyboard.type('\n\nWriting on.')
  const waiting = await desk.source()

  const path = '_posts/2022-02-01-hello.md'
  const entry = { path, address: deck, state: 'resolved', tries: 1, nextAt: '2026-01-01', message: '' }
  await page.unroute('**/resolveEmbedQueue')
  await page.route('**/resolveEmbedQueue', route =>
    route.fulfill({ json: { ok: true, value: [{ ...entry, embed: lullabies }] } }),
  )
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(desk.source).toContain(`data-id="${lullabies.id}"`)
  expect(await desk.source()).not.toContain('embed-pending')
  await desk.status.getByRole('button', { name: '1 embed waits' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await desk.source()).toBe(waiting)
})
