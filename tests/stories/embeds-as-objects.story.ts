import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { answerLookups, keepWaiting } from '../support/lookups.ts'

const chromium = useChromium()

async function openPanel(post: string, source?: string) {
  const { folder } = ourBlog()
  if (source !== undefined) writeFileSync(join(folder, '_posts/2022-02-01-hello.md'), source)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open(post)
  await desk.run('Side panel: Embeds')
  const panel = page.getByRole('complementary', { name: 'Side panel' })
  return { page, desk, panel, rows: panel.getByRole('list', { name: 'Embeds' }).getByRole('listitem') }
}

test('A video starts elsewhere, changes its markup and its item, each in one undo, and its lines bear a mark', async () => {
  const { page, desk, panel, rows } = await openPanel('Checksums for poets')
  const before = await desk.source()
  await rows.getByText('YouTube', { exact: true }).waitFor()
  await rows.getByText('16:9').waitFor()
  await desk.text.locator('.cm-embed', { hasText: 'q7Xc_3LmN0k' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await rows.getByRole('button', { name: 'Start…' }).click()
  await panel.getByLabel('Time to start at').fill('1:30')
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toBe(before.replace('q7Xc_3LmN0k"', 'q7Xc_3LmN0k?start=90"'))
  await rows.getByText('from 1:30').waitFor()

  await rows.getByRole('button', { name: 'Swap…' }).click()
  await panel.getByLabel('New address or id').fill('https://youtu.be/dQw4w9WgXcQ')
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toContain('embed/dQw4w9WgXcQ')

  await rows.getByRole('button', { name: 'Markup…' }).click()
  await panel.getByLabel('Written as').selectOption('Link')
  await expect.poll(desk.source).toMatch(/\n\[[^\]]+\]\(https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ/)

  await desk.text.focus()
  for (let undo = 0; undo < 3; undo++) await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before)
})

test('What only the network knows is asked on a click, waits when nobody answers, and is put in when somebody does', async () => {
  const address = 'https://speakerdeck.com/quay/tapes'
  const link = `<p class="embed-pending"><a href="${address}">Slides on Speaker Deck: ${address}</a></p>`
  const { page, desk, panel, rows } = await openPanel('Hello', `---\ntitle: Hello\n---\n${link}\n`)
  const unknown = { provider: 'speakerdeck', kind: 'slides', id: null, params: {}, pageUrl: address } as const
  const known = {
    ...unknown,
    id: '5f1c7be09a3d4c26b1ee0d94aa2278c3',
    offlineResolvable: true,
    title: 'Tapes',
  }
  await keepWaiting(page)
  await answerLookups(page, [
    {
      address,
      state: 'pending',
      embed: { ...unknown, offlineResolvable: false },
      message: 'Nobody answered.',
    },
    { address, state: 'private', embed: { ...unknown, offlineResolvable: false }, message: 'For some only.' },
    { address, state: 'ready', embed: known, fetchedAt: '2026-01-01T00:00:00Z', message: '' },
  ])

  await rows.getByRole('button', { name: 'Look it up' }).click()
  await rows.getByText('Nobody answered.').waitFor()
  await rows.getByRole('button', { name: 'Ask when the network is back' }).click()
  const queue = panel.getByRole('region', { name: 'Waiting for the network' })
  await queue.getByText(address).waitFor()
  await desk.status.getByRole('button', { name: '1 embed waits' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await rows.getByRole('button', { name: 'Ask again' }).click()
  await rows.getByText('For some only.').waitFor()

  await rows.getByRole('button', { name: 'Ask again' }).click()
  await rows.getByRole('button', { name: 'Put it in' }).click()
  await expect.poll(desk.source).toContain('data-id="5f1c7be09a3d4c26b1ee0d94aa2278c3"')
  expect(await desk.source()).not.toContain('embed-pending')

  await queue.getByRole('button', { name: 'Forget' }).click()
  await queue.waitFor({ state: 'detached' })
})

test('What is known to be dead says so, with its next step', async () => {
  const old =
    '<object data="http://www.youtube.com/v/q7Xc_3LmN0k" type="application/x-shockwave-flash"></object>'
  const { desk, rows } = await openPanel('Hello', `---\ntitle: Hello\n---\n${old}\n`)
  await rows.getByText(/Flash/).waitFor()
  await rows.getByRole('button', { name: 'Write it as a frame' }).click()
  await expect.poll(desk.source).toContain('<iframe src="https://www.youtube.com/embed/q7Xc_3LmN0k"')
})

test('What a service told earlier is on the card and in the panel: its title, and its picture encoded anew', async () => {
  const address = 'https://www.youtube.com/watch?v=q7Xc_3LmN0k'
  const { page, desk, rows } = await openPanel('Hello', `---\ntitle: Hello\n---\nWords.\n`)
  const png =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=='
  await page.route('**/embedPoster', route => route.fulfill({ json: { ok: true, value: png } }))
  await page.route('**/storedEmbeds', route =>
    route.fulfill({
      json: {
        ok: true,
        value: [
          {
            address,
            state: 'cached',
            embed: { provider: 'youtube', kind: 'video', id: 'q7Xc_3LmN0k', params: {}, title: 'Poems' },
            poster: 'a'.repeat(64),
            fetchedAt: '2026-01-01T00:00:00Z',
            message: '',
          },
        ],
      },
    }),
  )
  await desk.goBehind('Words.')
  await page.keyboard.type('\n\n<iframe src="https://www.youtube.com/embed/q7Xc_3LmN0k"></iframe>')

  await desk.preview.getByRole('button', { name: 'Play YouTube: Poems' }).waitFor()
  await desk.preview.locator('figure.card').getByText('YouTube', { exact: true }).waitFor()
  const poster = desk.preview.locator('figure.card img')
  expect(await poster.getAttribute('src')).toMatch(/^data:image\/webp;base64,/)
  expect(await poster.evaluate(picture => (picture as HTMLImageElement).naturalWidth)).toBe(1)
  await rows.getByText('Poems').waitFor()
  expect(await rows.locator('img').getAttribute('src')).toMatch(/^data:image\/webp;base64,/)
  expect(await accessibilityProblems(page)).toEqual([])
})
