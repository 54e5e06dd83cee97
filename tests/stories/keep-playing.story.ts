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

interface CodeMirror {
  readonly state: {
    readonly doc: { lineAt(offset: number): { readonly text: string } }
    readonly selection: { readonly main: { readonly head: number } }
  }
}
