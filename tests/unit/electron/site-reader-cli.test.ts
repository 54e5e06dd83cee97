import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../electron/hosts/cli/command.ts'
import { command as liquid } from '../../../electron/hosts/cli/commands/liquid.ts'
import { command as render } from '../../../electron/hosts/cli/commands/render.ts'
import { temporaryFolder } from '../../support/temporary.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'))
  const files = {
    '_config.yml': 'title: Quay\n',
    '_layouts/post.html': '<h1>{{ page.title }}</h1>{{ content }}',
    '_posts/2024-05-06-boats.md': '---\nlayout: post\n---\nAbout *boats*.\n',
    '_posts/2024-05-07-broken.md': '---\n---\n{% nonsense %}\n',
    '_posts/2099-01-01-later.md': '---\n---\nLater.\n',
    '_drafts/idea.md': '---\n---\nIdea.\n',
    'context.json': '{"a": 1.0, "list": [1, 2]}',
    'cases.json': '{"context": {"a": "x"}, "cases": [{"t": "{{ a }}"}, {"t": "{% if %}"}]}',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(command: Command, args: readonly string[], stdin = '') {
  let out = ''
  let err = ''
  const code = await command.run({
    args,
    cwd: folder,
    env: { TZ: 'UTC' },
    stdin: () => Promise.resolve(stdin),
    out: text => (out += text),
    err: text => (err += text),
  })
  return { code, out, err }
}

describe('lectern render', () => {
  test('prints the content of a post, whose site it finds itself', async () => {
    expect(await run(render, ['_posts/2024-05-06-boats.md'])).toEqual({
      code: 0,
      out: '<p>About <em>boats</em>.</p>\n',
      err: '',
    })
  })

  test('prints the whole page with --layout, and writes one that needs no other file with --standalone', async () => {
    const page = '<h1>Boats</h1><p>About <em>boats</em>.</p>\n'
    expect((await run(render, ['_posts/2024-05-06-boats.md', '--layout'])).out).toBe(page)
    await run(render, ['_posts/2024-05-06-boats.md', '--standalone', 'page.html'])
    const written = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(written).toContain('<p class="said">2024-05-06</p>\n<h1>Boats</h1>')
    expect(written).toContain('<p>About <em>boats</em>.</p>')
    expect(written).toContain('<html lang="en">')
  })

  test('writes the language of the post into the page, else the one of the site', async () => {
    const shared = async (post: string, config: string): Promise<string> => {
      const site = temporaryFolder('site')
      mkdirSync(join(site, '_posts'))
      writeFileSync(join(site, '_config.yml'), config)
      writeFileSync(join(site, '_posts/2024-05-06-a.md'), post)
      await run(render, [join(site, '_posts/2024-05-06-a.md'), '--standalone', join(site, 'page.html')])
      return /<html lang="([^"]*)">/.exec(readFileSync(join(site, 'page.html'), 'utf8'))![1]!
    }
    const defaults = 'defaults:\n  - scope: {path: ""}\n    values: {lang: pt_BR}\n'
    expect(await shared('---\nlang: de\n---\n', defaults)).toBe('de')
    expect(await shared('---\n---\n', `${defaults}locale: fr-FR\n`)).toBe('pt-br')
    expect(await shared('---\n---\n', 'locale: fr-FR\n')).toBe('fr-fr')
  })

  test('gives every document as JSON, also one Liquid stops', async () => {
    const { code, out } = await run(render, ['--all', '--json', '--now', '2026-01-01T00:00:00Z'])
    const documents = JSON.parse(out) as Record<string, unknown>[]
    expect(code).toBe(0)
    expect(documents).toMatchObject([
      {
        path: '_posts/2024-05-06-boats.md',
        url: '/2024/05/06/boats.html',
        date: '2024-05-06T00:00:00+00:00',
        content_html: '<p>About <em>boats</em>.</p>\n',
        next: '_posts/2024-05-07-broken.md',
        problems: [],
      },
      {
        path: '_posts/2024-05-07-broken.md',
        content_html: null,
        problems: [{ code: 'liquid.error', line: 3 }],
      },
    ])
  })

  test('adds drafts and posts to come when asked', async () => {
    const { out } = await run(render, [
      '--all',
      '--json',
      '--drafts',
      '--future',
      '--now',
      '2026-01-01T00:00:00Z',
    ])
    const documents = JSON.parse(out) as { path: string; date: string }[]
    expect(documents.map(({ path, date }) => [path, date])).toContainEqual([
      '_drafts/idea.md',
      '2026-01-01T00:00:00+00:00',
    ])
    expect(documents.map(({ path }) => path)).toContain('_posts/2099-01-01-later.md')
  })

  test.each([
    [['_posts/none.md'], 'post.not-found'],
    [['--all', '--site', 'no-such-folder'], 'site.not-found'],
  ])('refuses %j', async (args, code) => {
    await expect(run(render, args)).rejects.toMatchObject({ code })
  })
})

describe('lectern liquid', () => {
  test('renders a template with a context', async () => {
    const { code, out } = await run(
      liquid,
      ['-', '--context', 'context.json'],
      '{{ a }}{{ list | join: "+" }}',
    )
    expect([code, out]).toEqual([0, '1.01+2'])
  })

  test('answers many cases in order', async () => {
    const { out } = await run(liquid, ['--cases', 'cases.json'])
    expect(JSON.parse(out)).toEqual([
      { out: 'x' },
      { error: expect.stringContaining('Liquid::SyntaxError') as string },
    ])
  })

  test('says what stops a template', async () => {
    const { code, out, err } = await run(liquid, ['-'], '{{ 1 | divided_by: 0 }}')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('divided by 0')
  })
})
