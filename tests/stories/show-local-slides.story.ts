import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { endlessPdf, lockedPdf, smallPdf } from '../support/pdf-files.ts'

const chromium = useChromium()

async function openPost(body: string, files: Readonly<Record<string, string | Buffer>>) {
  const { folder } = ourBlog()
  mkdirSync(join(folder, 'slides'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'slides', name), content)
  writeFileSync(join(folder, '_posts/2022-02-01-hello.md'), `---\ntitle: Hello\n---\n${body}`)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Preview: the content alone')
  return { page, desk, folder, asked, cards: desk.preview.locator('figure.card') }
}

/** Slides as a browser prints them. */
async function printedSlides(titles: readonly string[]): Promise<Buffer> {
  const page: Page = await chromium().newPage()
  const slides = titles.map(
    title => `<section style="height: 9in; background: navy"><h1>${title}</h1></section>`,
  )
  await page.setContent(
    `<style>@page { size: 16in 9in; margin: 0 } body, h1 { margin: 0 }</style>${slides.join('')}`,
  )
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  return pdf
}

/** The colour in the middle of a picture. */
function middleOf(picture: Locator): Promise<number[]> {
  return picture.evaluate(async element => {
    const image = element as HTMLImageElement
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1)
    return Array.from(data).slice(0, 3)
  })
}

test('Slides kept in the site as a PDF show their first page, or the page that is named, and change with the file', async () => {
  const { page, folder, cards, desk, asked } = await openPost(
    '<iframe src="/slides/talk.pdf" title="My talk"></iframe>\n\nWords.\n\n<iframe src="/slides/talk.pdf#page=2"></iframe>\n',
    { 'talk.pdf': await printedSlides(['One', 'Two', 'Three']) },
  )
  const [first, second] = [cards.nth(0), cards.nth(1)]
  await first.getByText('3 pages').waitFor()
  await second.getByText('page 2 of 3').waitFor()
  await first.getByText('My talk').waitFor()
  const picture = first.locator('img')
  const size = await picture.evaluate(element => (element as HTMLImageElement).naturalWidth)
  expect(size).toBe(1280)
  const box = (await picture.boundingBox())!
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1)
  expect(await middleOf(picture)).toEqual([
    expect.closeTo(0, -1),
    expect.closeTo(0, -1),
    expect.closeTo(128, -1),
  ])
  expect(asked.filter(path => path.endsWith('.pdf'))).toEqual([])
  expect(await accessibilityProblems(page)).toEqual([])

  const before = await picture.getAttribute('src')
  await desk.goBehind('Words.')
  await page.keyboard.type(' And more.')
  await desk.preview.getByText('And more.').waitFor()
  expect(await picture.getAttribute('src')).toBe(before)

  writeFileSync(join(folder, 'slides/talk.pdf'), smallPdf('Anew'))
  await first.getByText('1 page').waitFor()
  expect(await picture.getAttribute('src')).not.toBe(before)
})

test('A PDF that is broken, locked, too large, endless or not there says so on its card, and the next one is shown', async () => {
  const names = ['broken', 'locked', 'huge', 'endless', 'missing', 'thin', 'good']
  const body = names.map(name => `<iframe src="/slides/${name}.pdf"></iframe>\n`).join('\n')
  const { folder, cards, page } = await openPost(body, {
    'broken.pdf': '%PDF-1.7\nnothing to see',
    'locked.pdf': lockedPdf(),
    'huge.pdf': '',
    'endless.pdf': endlessPdf(),
    'thin.pdf': smallPdf('Thin', { size: '2 900000' }),
    'good.pdf': smallPdf('Good'),
  })
  truncateSync(join(folder, 'slides/huge.pdf'), 100_000_000)
  await page.setViewportSize({ width: 1440, height: 3_000 })
  await cards.nth(6).getByText('1 page').waitFor({ timeout: 20_000 })
  const words = await cards.allInnerTexts()
  expect(words.map(text => text.replaceAll('\n', ' '))).toEqual([
    expect.stringContaining('cannot be read'),
    expect.stringContaining('asks for a password'),
    expect.stringContaining('larger than 64 MB'),
    expect.stringContaining('takes too long'),
    expect.stringContaining('has no such PDF'),
    expect.stringContaining('1 page'),
    expect.stringContaining('1 page'),
  ])
  expect((await cards.nth(5).boundingBox())!.height).toBeLessThan(1_100)
  expect(await middleOf(cards.nth(6).locator('img'))).toHaveLength(3)
})

test('What draws PDFs is loaded with the first PDF, and not before', async () => {
  const { page, asked, desk, cards } = await openPost('Words.\n', { 'talk.pdf': smallPdf('Later') })
  await desk.preview.getByText('Words.').waitFor()
  await page.waitForTimeout(500)
  expect(asked.filter(path => path.includes('pdf'))).toEqual([])
  await desk.goBehind('Words.')
  await page.keyboard.type('\n\n<iframe src="/slides/talk.pdf"></iframe>')
  await cards.getByText('1 page').waitFor()
  expect(asked.filter(path => path.includes('pdf.worker'))).toHaveLength(1)
})
