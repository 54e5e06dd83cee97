import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { deskOf } from '../support/desk.ts'
import { temporaryFolder } from '../support/temporary.ts'

const chromium = useChromium()
const patience = { timeout: 30_000 }

function siteOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('quay')
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  return folder
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

test('What another program changes of the site’s clothes shows in the open page by itself', async () => {
  const layout = (words: string): string => `<!DOCTYPE html><html><head>
<link rel="stylesheet" href="/assets/made.css"><link rel="stylesheet" href="/assets/plain.css">
<link rel="stylesheet" href="/assets/late.css"></head>
<body><p class="layout">${words}</p>{% include mast.html %}<main>{{ content }}</main></body></html>`
  const folder = siteOf({
    '_config.yml': 'title: Quay\n',
    '_data/tide.yml': 'now: low\n',
    '_includes/mast.html': '<p class="mast">The tide is {{ site.data.tide.now }}.</p>',
    '_layouts/post.html': layout('As it was'),
    '_posts/2024-01-01-tides.md': '---\nlayout: post\ntitle: Tides\n---\nHigh.\n',
    '_sass/_ink.scss': '$ink: rgb(1, 1, 1);',
    'assets/made.scss': '---\n---\n@import "ink";\nmain p { color: $ink }\n',
    'assets/plain.css': 'main p { text-indent: 1px }',
  })
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const { open, preview } = deskOf(page)
  await open('Tides')
  const words = preview.locator('main p')
  const styleOf = (name: 'color' | 'textIndent' | 'letterSpacing') => () =>
    words.evaluate((p, property) => getComputedStyle(p)[property], name)
  await expect.poll(styleOf('color'), patience).toBe('rgb(1, 1, 1)')
  await preview.getByText('The tide is low.').waitFor()

  write(folder, '_sass/_ink.scss', '$ink: rgb(2, 2, 2);')
  await expect.poll(styleOf('color'), patience).toBe('rgb(2, 2, 2)')
  write(folder, 'assets/plain.css', 'main p { text-indent: 2px }')
  await expect.poll(styleOf('textIndent'), patience).toBe('2px')
  write(folder, 'assets/late.css', 'main p { letter-spacing: 3px }')
  await expect.poll(styleOf('letterSpacing'), patience).toBe('3px')
  write(folder, '_data/tide.yml', 'now: turning\n')
  await preview.getByText('The tide is turning.').waitFor()
  write(folder, '_includes/mast.html', '<p class="mast">Mind the {{ site.data.tide.now }} tide.</p>')
  await preview.getByText('Mind the turning tide.').waitFor()
  write(folder, '_layouts/post.html', layout('As it is'))
  await preview.getByText('As it is').waitFor()
  expect(await Promise.all([styleOf('color')(), styleOf('textIndent')()])).toEqual(['rgb(2, 2, 2)', '2px'])
})

/** A post in a layout of its own, in a page whose style counts. */
const post = (layout: string): string =>
  `---\nlayout: ${layout}\ntitle: Of ${layout}\n---\nWords of ${layout}.\n`
const head = '<head><style>main { color: rgb(3, 3, 3) }</style>'

test('What is wrong with the site’s files is bounded and said; the rest of the page stands', async () => {
  const outside = temporaryFolder('outside')
  write(outside, 'secret.css', 'main { color: red }')
  const folder = siteOf({
    '_config.yml': 'title: Quay\n',
    '_includes/loop.html': '{% include loop.html %}',
    '_layouts/itself.html': '---\nlayout: itself\n---\n<main>{{ content }}</main>',
    '_layouts/ring.html': '---\nlayout: chain\n---\n<main>{{ content }}</main>',
    '_layouts/chain.html': `---\nlayout: ring\n---\n<html>${head}</head>{{ content }}</html>`,
    '_layouts/including.html': `<html>${head}</head><body>{% include loop.html %}<main>{{ content }}</main></body></html>`,
    '_layouts/heavy.html': `<html>${head}<link rel="stylesheet" href="/assets/heavy.css"></head><body><main>{{ content }}</main></body></html>`,
    '_layouts/endless.html': `<html>${head}<link rel="stylesheet" href="/assets/endless.css"></head><body><main>{{ content }}</main></body></html>`,
    '_layouts/leaving.html': `<html>${head}<link rel="stylesheet" href="/assets/link.css"><link rel="stylesheet" href="/../../secret.css"><link rel="stylesheet" href="/%2e%2e/%2e%2e/secret.css"></head><body><main>{{ content }}<img alt="gone" src="/../../secret.png"></main></body></html>`,
    'assets/heavy.css': 'main { margin: 0 }\n'.repeat(1_100_000),
    'assets/endless.scss': '---\n---\n@while true { $a: 1 }\n',
    ...Object.fromEntries(
      ['itself', 'ring', 'including', 'heavy', 'endless', 'leaving', 'nowhere'].map(layout => [
        `_posts/2024-01-01-of-${layout}.md`,
        post(layout),
      ]),
    ),
  })
  symlinkSync(join(outside, 'secret.css'), join(folder, 'assets/link.css'))
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const { open, preview, run } = deskOf(page)
  await open('Of heavy')
  await run('Preview: the page of the site')
  const said: readonly (readonly [layout: string, about: readonly string[], inItsLayout: boolean])[] = [
    ['itself', ["Layout 'itself' includes itself."], true],
    ['ring', ["Layout 'ring' includes itself."], true],
    [
      'nowhere',
      [bare, "Layout 'nowhere' requested in _posts/2024-01-01-of-nowhere.md does not exist."],
      false,
    ],
    ['including', [bare, 'Liquid error (_includes/loop.html line 1): Nesting too deep included'], false],
    [
      'heavy',
      ['A style sheet is left out. /assets/heavy.css: The style sheet has 21 MB and is left out.'],
      true,
    ],
    [
      'leaving',
      ['link.css', '../../secret.css', '%2e%2e/%2e%2e/secret.css'].map(
        name => `A style sheet is not in the site’s folder: ${name === 'link.css' ? '/assets/' : '/'}${name}`,
      ),
      true,
    ],
    [
      'endless',
      [
        'A style sheet is left out. assets/endless.scss: Compiling this style sheet took too long and was ended.',
      ],
      true,
    ],
  ]
  for (const [layout, about, inItsLayout] of said) {
    await open(`Of ${layout}`)
    const words = preview.getByText(`Words of ${layout}.`)
    await words.waitFor()
    await expect
      .poll(async () => (await page.locator('details li').allTextContents()).toSorted(), patience)
      .toEqual(about.toSorted())
    expect(await preview.locator('#post').count()).toBe(inItsLayout ? 0 : 1)
    if (inItsLayout && !['itself', 'ring'].includes(layout))
      expect(await words.evaluate(p => getComputedStyle(p).color)).toBe('rgb(3, 3, 3)')
  }
})

const bare = 'No layout could be put around this post: Lectern’s own typography stands in.'
