import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('A video plays on while one types above, below and inside its own block, and while that is undone', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  let loads = 0
  await page.context().route('https://www.youtube-nocookie.com/**', route => {
    loads++
    return route.fulfill({ contentType: 'text/html', body: '<p>playing</p>' })
  })
  const desk = deskOf(page)
  await desk.open('Checksums for poets')
  await desk.preview.getByRole('button', { name: /Play/ }).click()
  const playing = desk.preview.frameLocator('figure.card iframe').getByText('playing')
  await playing.waitFor()

  await desk.goBehind('{% include site/setup %}')
  await page.keyboard.type('\n\nOpening words.\n\nAnd more.\n')
  await desk.preview.getByText('And more.').waitFor()
  await desk.goBehind('A sonnet has fourteen lines')
  await page.keyboard.type(' Really.')
  await desk.preview.getByText('Really.').waitFor()
  await desk.goBehind('allowfullscreen')
  await page.keyboard.type(' inside')
  await desk.preview.getByText('inside').waitFor()
  for (let undone = 0; undone < 8; undone++) await page.keyboard.press('Control+Z')
  await desk.preview.getByText('Opening words.').waitFor({ state: 'detached' })

  await playing.waitFor()
  expect(loads).toBe(1)
})

test('In a post of two hundred embeds none of the players loads again while one writes above, below and in both places at once', async () => {
  const { folder } = ourBlog()
  const ids = Array.from({ length: 200 }, (_, index) => String(index).padStart(11, 'a'))
  const embeds = ids.map(
    id => `<iframe src="https://www.youtube.com/embed/${id}"></iframe>\n\nWords ${id}.\n`,
  )
  const post = `---\ntitle: Hello\n---\nThe opening.\n\n${embeds.join('\n')}\nThe end.\n`
  writeFileSync(join(folder, '_posts/2022-02-01-hello.md'), post)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const loads = new Map<string, number>()
  await page.context().route('https://www.youtube-nocookie.com/embed/**', route => {
    const id = new URL(route.request().url()).pathname.split('/').at(-1)!
    loads.set(id, (loads.get(id) ?? 0) + 1)
    return route.fulfill({ contentType: 'text/html', body: '<p>playing</p>' })
  })
  const desk = deskOf(page)
  await desk.open('Hello')
  const cards = desk.preview.locator('figure.card')
  await expect.poll(() => cards.count(), { timeout: 15_000 }).toBe(ids.length)
  const played = [0, 1, 99, 100, 198, 199]
  for (const index of played) await cards.nth(index).getByRole('button', { name: /Play/ }).click()
  await expect.poll(() => desk.preview.locator('figure[data-player=playing]').count()).toBe(played.length)

  const start = post.indexOf('The opening.') + 'The opening.'.length
  const end = post.length - 1
  await setCursors(desk.text, [start])
  await page.keyboard.type(' More.\n\nA block.')
  await desk.preview.getByText('A block.').waitFor()
  await setCursors(desk.text, [end + ' More.\n\nA block.'.length])
  await page.keyboard.type(' And more.')
  await desk.preview.getByText('And more.').waitFor()
  await setCursors(desk.text, [start, end])
  await page.keyboard.type(' Twice.')
  await expect.poll(() => desk.preview.getByText('Twice.').count()).toBe(2)
  for (let undone = 0; undone < 6; undone++) await page.keyboard.press('Control+Z')
  await expect.poll(() => desk.preview.getByText('Twice.').count()).toBe(0)

  expect([...loads.values()]).toEqual(played.map(() => 1))
  expect(await desk.preview.locator('figure[data-player=playing]').count()).toBe(played.length)
})

test('Editor and preview scroll together, and a click on a word goes to it in the source', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url, { viewport: { width: 1200, height: 480 } })
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')
  await desk.preview.getByRole('heading').first().waitFor()

  await desk.preview.locator('#post').hover()
  await page.mouse.wheel(0, 5_000)
  const scroller = page.locator('.cm-scroller')
  await expect.poll(() => scroller.evaluate(element => element.scrollTop)).toBeGreaterThan(100)

  const last = desk.preview.locator('#post p').last()
  const words = (await last.innerText()).split(/\s+/).slice(0, 2).join(' ')
  await last.click({ position: { x: 3, y: 8 } })
  await expect.poll(() => desk.status.innerText()).not.toContain('1:1')
  const line = await page.evaluate(() => {
    const view = (document.querySelector('.cm-content') as unknown as { cmTile: { view: CodeMirror } }).cmTile
      .view
    return view.state.doc.lineAt(view.state.selection.main.head).text
  })
  expect(line.replaceAll(/[*_[\]]/g, '')).toContain(words.split(' ')[0])
})

/** Cursors at these offsets, as Mod+click sets them. */
function setCursors(text: Locator, offsets: readonly number[]): Promise<void> {
  return text.evaluate((element, at) => {
    const { view } = (element as unknown as { cmTile: { view: WithSelection } }).cmTile
    const { selection } = view.state
    const kind = selection.constructor as unknown as SelectionKind
    view.dispatch({ selection: kind.create(at.map(offset => kind.cursor(offset))), scrollIntoView: true })
    view.focus()
  }, offsets)
}

interface WithSelection {
  readonly state: { readonly selection: object }
  dispatch(change: { readonly selection: unknown; readonly scrollIntoView: boolean }): void
  focus(): void
}

interface SelectionKind {
  create(ranges: readonly unknown[]): unknown
  cursor(offset: number): unknown
}

interface CodeMirror {
  readonly state: {
    readonly doc: { lineAt(offset: number): { readonly text: string } }
    readonly selection: { readonly main: { readonly head: number } }
  }
}
