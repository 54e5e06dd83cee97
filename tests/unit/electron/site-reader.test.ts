import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSite, listDocuments, renderDocument } from '../../../core/jekyll/index.ts'
import { readSite } from '../../../electron/services/site-reader.ts'
import { SiteTexts } from '../../../electron/services/site-texts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const environment = { TZ: 'UTC' }
const post = (body: string, front = ''): string => `---\n${front}---\n${body}\n`

async function render(path: string, layout = false) {
  const site = createSite(await readSite(folder, { environment }))
  return renderDocument(site, { path, layout })
}

describe('A folder on disk becomes a site', () => {
  test('one without configuration or layouts too', async () => {
    write({ '_posts/2024-05-06-a-talk.md': post('Hello *there*.', 'title: A talk\n') })
    expect(await render('_posts/2024-05-06-a-talk.md', true)).toMatchObject({
      url: '/2024/05/06/a-talk.html',
      title: 'A talk',
      contentHtml: '<p>Hello <em>there</em>.</p>\n',
      outputHtml: '<p>Hello <em>there</em>.</p>\n',
      problems: [],
    })
  })

  test('the snapshot is JSON, and rendering from JSON gives the same', async () => {
    write({ '_config.yml': 'timezone: Asia/Tokyo\n', '_posts/2024-05-06-a.md': post('x {{ page.date }}') })
    const snapshot = await readSite(folder, { environment })
    const copy = JSON.parse(JSON.stringify(snapshot)) as typeof snapshot
    const path = '_posts/2024-05-06-a.md'
    expect(renderDocument(createSite(copy), { path })).toEqual(renderDocument(createSite(snapshot), { path }))
    expect(renderDocument(createSite(copy), { path })?.contentHtml).toBe(
      '<p>x 2024-05-06 00:00:00 +0900</p>\n',
    )
  })

  test('several configuration files are merged in order', async () => {
    write({
      '_config.yml': 'title: One\nurl: a\n',
      'more.yml': 'title: Two\n',
      'index.md': post('{{ site.title }} {{ site.url }}'),
    })
    const snapshot = await readSite(folder, { environment, config: ['_config.yml', 'more.yml'] })
    expect(renderDocument(createSite(snapshot), { path: 'index.md' })?.contentHtml).toBe('<p>Two a</p>\n')
  })

  test('a changed file changes the version, an untouched folder does not', async () => {
    write({ '_posts/2024-05-06-a.md': post('x') })
    const texts = new SiteTexts()
    const options = { environment, texts, nowSeconds: 1 }
    const first = await readSite(folder, options)
    expect(await readSite(folder, options)).toEqual(first)
    write({ '_posts/2024-05-06-a.md': post('longer') })
    const second = await readSite(folder, options)
    expect(second.version).not.toBe(first.version)
    expect(second.files[0]?.text).toContain('longer')
  })

  test('a text is read again only when its size or time changed', async () => {
    write({ '_posts/2024-05-06-a.md': post('one') })
    const path = join(folder, '_posts/2024-05-06-a.md')
    const noon = new Date('2024-05-06T12:00:00Z')
    utimesSync(path, noon, noon)
    const texts = new SiteTexts()
    await readSite(folder, { environment, texts })
    writeFileSync(path, post('two'))
    utimesSync(path, noon, noon)
    const again = await readSite(folder, { environment, texts })
    expect(again.files[0]?.text).toContain('one')
  })

  test('of a folder too large to hand around whole, excerpts and link definitions are kept', async () => {
    write({
      '_posts/2024-05-06-a.md': post(`First [l].\n\n${'filler '.repeat(500)}\n\n[l]: /there`, 'title: T\n'),
      'index.html': post('{% for p in site.posts %}{{ p.title }}: {{ p.excerpt }}{% endfor %}'),
    })
    const snapshot = await readSite(folder, { environment, wholeBytes: 100 })
    const file = snapshot.files.find(candidate => candidate.path.startsWith('_posts'))
    expect(file).toMatchObject({ textIsCut: true })
    expect(file?.text).not.toContain('filler')
    expect(renderDocument(createSite(snapshot), { path: 'index.html' })?.contentHtml).toContain(
      '<p>First <a href="/there">l</a>.</p>',
    )
  })
})

describe('Bad input is refused or bounded, said where, and the rest stands', () => {
  test('an include outside of the folder', async () => {
    write({ '_posts/2024-05-06-a.md': post('a {% include ../../etc/passwd %} b') })
    const rendered = await render('_posts/2024-05-06-a.md')
    expect(rendered).toMatchObject({ contentHtml: null, problems: [{ code: 'liquid.error', line: 3 }] })
    expect(rendered?.problems[0]?.message).toContain('invalid characters or sequences')
  })

  test('a missing include renders as nothing', async () => {
    write({ '_posts/2024-05-06-a.md': post('one\n\na {% include none.html %} b', 'title: x\n') })
    expect(await render('_posts/2024-05-06-a.md')).toMatchObject({
      contentHtml: '<p>one</p>\n\n<p>a  b</p>\n',
      problems: [{ code: 'liquid.include-missing', line: 6 }],
    })
  })

  test('a link that leads out of the folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'lectern-outside-'))
    writeFileSync(join(outside, 'secret.html'), 'words of others')
    write({
      '_posts/2024-05-06-a.md': post('a {% include secret.html %} {% include_relative linked.md %} b'),
    })
    mkdirSync(join(folder, '_includes'))
    symlinkSync(join(outside, 'secret.html'), join(folder, '_includes/secret.html'))
    symlinkSync(join(outside, 'secret.html'), join(folder, '_posts/linked.md'))
    symlinkSync(outside, join(folder, 'elsewhere'))
    const snapshot = await readSite(folder, { environment })
    rmSync(outside, { recursive: true })
    expect(JSON.stringify(snapshot.files)).not.toContain('words of others')
    expect(snapshot.problems.map(problem => [problem.code, problem.path]).toSorted()).toEqual([
      ['site.outside', '_includes/secret.html'],
      ['site.outside', '_posts/linked.md'],
      ['site.outside', 'elsewhere'],
    ])
    const rendered = renderDocument(createSite(snapshot), { path: '_posts/2024-05-06-a.md' })
    expect(rendered?.contentHtml).toBe('<p>a   b</p>\n')
  })

  test('a folder that contains itself by a link', async () => {
    write({ 'sub/a.md': post('x') })
    symlinkSync(folder, join(folder, 'sub/circle'))
    expect((await readSite(folder, { environment })).files.map(file => file.path)).toEqual(['sub/a.md'])
  })

  test('an include that includes itself', async () => {
    write({
      '_includes/a.html': '{% include a.html %}',
      '_posts/2024-05-06-a.md': post('x\n\n{% include a.html %}'),
    })
    const rendered = await render('_posts/2024-05-06-a.md')
    expect(rendered).toMatchObject({ contentHtml: null, problems: [{ code: 'liquid.error', line: 5 }] })
    expect(rendered?.problems[0]?.message).toContain('Nesting too deep')
  })

  test('a layout that includes itself, and one that is not there', async () => {
    write({
      '_layouts/a.html': post('<a>{{ content }}</a>', 'layout: b\n'),
      '_layouts/b.html': post('<b>{{ content }}</b>', 'layout: a\n'),
      '_posts/2024-05-06-a.md': post('x', 'layout: a\n'),
      '_posts/2024-05-07-b.md': post('x', 'layout: none-such\n'),
    })
    const looped = await render('_posts/2024-05-06-a.md', true)
    expect(looped?.outputHtml?.replaceAll('\n', '')).toBe('<b><a><p>x</p></a></b>')
    expect(looped?.problems).toMatchObject([{ code: 'layout.loop' }])
    const missing = await render('_posts/2024-05-07-b.md', true)
    expect(missing?.outputHtml).toBe('<p>x</p>\n')
    expect(missing?.problems).toMatchObject([{ code: 'layout.missing' }])
  })

  test('a data file of 100 MB', async () => {
    write({
      '_data/large.yml': 'a: 1\n',
      '_data/small.yml': 'b: 2\n',
      'index.md': post('{{ site.data.small.b }}'),
    })
    truncateSync(join(folder, '_data/large.yml'), 100_000_000)
    const snapshot = await readSite(folder, { environment })
    expect(snapshot.problems).toMatchObject([{ code: 'site.too-large', path: '_data/large.yml' }])
    expect(renderDocument(createSite(snapshot), { path: 'index.md' })?.contentHtml).toBe('<p>2</p>\n')
  })

  test('a loop over a thousand million numbers', async () => {
    write({ '_posts/2024-05-06-a.md': post('a\n\n{% for i in (1..1000000000) %}x{% endfor %}') })
    const started = performance.now()
    const rendered = await render('_posts/2024-05-06-a.md')
    expect(rendered).toMatchObject({ contentHtml: null, problems: [{ code: 'liquid.error', line: 5 }] })
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('binary files with the names of posts, includes and data', async () => {
    const bytes = Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00, 0x80])
    write({
      '_posts/2024-05-06-a.md': bytes,
      '_includes/b.html': bytes,
      '_data/c.yml': bytes,
      '_posts/2024-05-07-b.md': post('fine'),
    })
    const snapshot = await readSite(folder, { environment })
    expect(snapshot.problems.map(problem => problem.code)).toEqual(Array(3).fill('site.not-text'))
    expect(listDocuments(createSite(snapshot)).map(({ path }) => path)).toEqual(['_posts/2024-05-07-b.md'])
  })

  test('an invalid date in a file name', async () => {
    write({ '_posts/2024-13-45-a.md': post('x'), '_posts/2024-05-07-b.md': post('fine') })
    const site = createSite(await readSite(folder, { environment }))
    expect(site.problems).toMatchObject([{ code: 'document.bad-date', path: '_posts/2024-13-45-a.md' }])
    expect(renderDocument(site, { path: '_posts/2024-05-07-b.md' })?.contentHtml).toBe('<p>fine</p>\n')
  })

  test('front matter, configuration and data that cannot be read', async () => {
    write({
      '_config.yml': 'title: a: b\n',
      '_data/x.yml': '[1, 2\n',
      '_posts/2024-05-06-a.md': post('x', 'title: a: b\n'),
    })
    const site = createSite(await readSite(folder, { environment }))
    expect(site.problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['config.unreadable', '_config.yml', 1],
      ['front-matter.unreadable', '_posts/2024-05-06-a.md', 2],
      ['data.unreadable', '_data/x.yml', 2],
    ])
  })
})
