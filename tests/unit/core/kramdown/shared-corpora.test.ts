import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { describe, expect, test } from 'vitest'
import {
  type Options,
  convert,
  defaultOptions,
  highlight,
  jekyllOptions,
  mergeOptions,
} from '../../../../core/kramdown/index.ts'

/*
 * Corpora of other people's texts, where they lie beside the project. Equality is theirs too: tools/dom-equal.mjs.
 */

const shared = resolve(import.meta.dirname, '../../../../../shared')
const corpora = join(shared, 'corpora')
const here = existsSync(corpora)

type FirstDifference = (expected: string, actual: string, how?: { flattenCode?: boolean }) => unknown
const { firstDifference } = (here ? await import(join(shared, 'tools/dom-equal.mjs')) : {}) as {
  firstDifference: FirstDifference
}

interface Case {
  readonly id: string
  readonly markdown: string
  readonly html: string
  readonly options: Options
}

/** Cases that nothing here can reproduce, with the reason. */
const excepted: Readonly<Record<string, string>> = {
  'block/04_header/with_auto_ids.text': 'header ids are transliterated by a gem of its own',
  'block/06_codeblock/rouge/multiple.text': 'the formatter is a class of the gem’s own tests',
}

/** kramdown's own cases, with their options files. */
function ownCases(folder: string, base: Options, withUnchecked = false): Case[] {
  const root = join(corpora, folder)
  const checks = JSON.parse(readFileSync(join(root, 'reference-check.json'), 'utf8')) as {
    results: Record<string, { ok: boolean }>
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.text') && (withUnchecked || checks.results[file]?.ok))
    .filter(file => !(file in excepted))
    .map(file => {
      const text = join(root, file)
      return {
        id: file,
        markdown: readFileSync(text, 'utf8'),
        html: readFileSync(text.replace(/\.text$/, '.html'), 'utf8'),
        options: mergeOptions(base, optionsBeside(text)),
      }
    })
}

function optionsBeside(text: string): Record<string, unknown> {
  const file = [text.replace(/\.text$/, '.options'), join(dirname(text), 'options')].find(existsSync)
  if (file === undefined) return { auto_ids: false, footnote_nr: 1 }
  return (parseYaml(readFileSync(file, 'utf8')) ?? {}) as Record<string, unknown>
}

function differing(cases: readonly Case[], flattenCode: (id: string) => boolean): unknown[] {
  return cases.flatMap(({ id, markdown, html, options }) => {
    const actual = convert(markdown, { ...options, highlight }).html
    const difference = firstDifference(html, actual, { flattenCode: flattenCode(id) })
    return difference === null ? [] : [{ id, difference }]
  })
}

const inRouge = (id: string): boolean => id.includes('rouge/')

// The cases are other people’s: they lie beside the project, not in it.
describe.skipIf(!here)('corpora beside the project', () => {
  test('kramdown 2.4’s own cases', () => {
    expect(differing(ownCases('kramdown-2.4.0', defaultOptions), inRouge)).toEqual([])
  })

  test('kramdown 2.5’s own cases', () => {
    const cases = ownCases('kramdown-2.5.2', { ...defaultOptions, version: '2.5' }, true)
    expect(differing(cases, inRouge)).toEqual([])
  })

  test('cases of the GFM input', () => {
    const cases = ownCases('kramdown-gfm', { ...defaultOptions, input: 'GFM' })
    expect(differing(cases, () => false)).toEqual([])
  })

  test('quirks', () => {
    const quirks = JSON.parse(readFileSync(join(corpora, 'kramdown-quirks.json'), 'utf8')) as {
      input: string
      gfm: string
      kramdown?: string
    }[]
    const cases = quirks.flatMap(({ input, gfm, kramdown }): Case[] => [
      { id: input, markdown: input, html: gfm, options: jekyllOptions },
      ...(kramdown === undefined
        ? []
        : [{ id: input, markdown: input, html: kramdown, options: { ...jekyllOptions, input: 'kramdown' } }]),
    ])
    expect(differing(cases, () => true)).toEqual([])
  })

  test('posts under other options', () => {
    const sets = JSON.parse(readFileSync(join(corpora, 'kramdown-option-variants.json'), 'utf8')) as {
      effective: Record<string, unknown>
      cases: { id: string; md?: string; html: string }[]
    }[]
    const texts = new Map(sets[0]!.cases.map(({ id, md }) => [id, md!]))
    const cases = sets.flatMap(set =>
      set.cases.map(({ id, html }) => ({
        id,
        markdown: texts.get(id)!,
        html,
        options: mergeOptions(defaultOptions, set.effective),
      })),
    )
    expect(differing(cases, () => true)).toEqual([])
  })

  test('what real blogs hand to kramdown', () => {
    expect(differing(blogCases(), () => true)).toEqual([])
  })
})

function blogCases(): Case[] {
  const blogs = readdirSync(join(corpora, 'blogs'))
  return blogs.flatMap(blog => {
    const expected = JSON.parse(readFileSync(join(corpora, 'blogs', blog, 'expected.json'), 'utf8')) as {
      kramdown: Record<string, unknown>
      documents: Document[]
      pages: Document[]
    }
    const options = mergeOptions(defaultOptions, expected.kramdown)
    return [...expected.documents, ...expected.pages].flatMap((document): Case[] => {
      const markdown = givenToKramdown(blog, document)
      if (markdown === undefined || document.content_html === null) return []
      return [{ id: `${blog}/${document.path}`, markdown, html: document.content_html, options }]
    })
  })
}

interface Document {
  readonly path: string
  readonly relative_path?: string
  readonly after_liquid?: string | null
  readonly after_liquid_is_body?: boolean
  readonly content_html: string | null
}

function givenToKramdown(blog: string, document: Document): string | undefined {
  if (!/\.(?:md|markdown|mkd|mkdown)$/.test(document.path)) return undefined
  if (typeof document.after_liquid === 'string') return document.after_liquid
  if (!document.after_liquid_is_body) return undefined
  const file = join(corpora, 'blogs', blog, 'source', document.relative_path ?? document.path)
  const text = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
  return text.replace(/^---\s*\n[^]*?\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/, '')
}
