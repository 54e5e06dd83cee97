import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type RenderedDocument, createSite, renderDocument } from '../../../../core/jekyll/index.ts'
import { readSite } from '../../../../electron/services/site-reader.ts'
import { firstDifference } from '../../../support/dom-equal.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

const corpus = join(import.meta.dirname, '../../../corpus')
const nowSeconds = Date.parse('2026-01-01T00:00:00Z') / 1000
const pinned = { nowSeconds, drafts: true, future: true }

interface Recorded {
  readonly path: string
  readonly url: string
  readonly collection: string
  readonly error: string | null
  readonly content_html: string | null
  readonly output_html: string | null
  readonly after_liquid: string | null
  readonly excerpt?: string | null
  readonly [key: string]: unknown
}

describe('Sites of our own come out as the real Jekyll writes them', async () => {
  const folder = join(corpus, 'sites')
  for (const file of readdirSync(folder).filter(name => name.endsWith('-site.json'))) {
    const name = file.replace(/\.json$/, '')
    const environment = { JEKYLL_ENV: 'production', TZ: 'UTC' }
    const site = createSite(await readSite(join(folder, name), { environment }), pinned)
    const recorded = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded[]
    const asked = new Map(
      recorded.toReversed().map(document => [`${document.path} → ${document.url}`, document]),
    )
    for (const [label, document] of asked)
      test(`${name}: ${label}`, () => {
        const { path, url } = document
        const rendered = renderDocument(site, { path, url, layout: true, excerpt: true })
        expect(rendered, 'found').toBeDefined()
        compareFacts(rendered!, document)
        if (document.error !== null) {
          expect(rendered!.contentHtml).toBeNull()
          return
        }
        expect(difference(document.content_html, rendered!.contentHtml), 'content').toBeUndefined()
        expect(difference(document.output_html, rendered!.outputHtml ?? null), 'whole page').toBeUndefined()
        if (document.collection !== 'pages')
          expect(difference(document.excerpt ?? null, rendered!.excerpt ?? null), 'excerpt').toBeUndefined()
      })
  }
})

function compareFacts(rendered: RenderedDocument, recorded: Recorded): void {
  const keys =
    recorded.collection === 'pages'
      ? (['url', 'title', 'layout'] as const)
      : ([
          'url',
          'id',
          'date',
          'slug',
          'title',
          'layout',
          'categories',
          'tags',
          'draft',
          'previous',
          'next',
        ] as const)
  const facts = (of: Record<string, unknown>) => Object.fromEntries(keys.map(key => [key, of[key] ?? null]))
  expect(facts(rendered as unknown as Record<string, unknown>)).toEqual(facts(recorded))
}

function difference(expected: string | null, actual: string | null): unknown {
  if (expected === null || actual === null) return expected === actual ? undefined : { expected, actual }
  return firstDifference(expected, actual, { flattenCode: true })
}

interface Matrix {
  readonly name: string
  readonly environmentZone: string
  readonly files: Readonly<Record<string, string>>
  /** Path → date, URL and id. */
  readonly expected: Readonly<Record<string, readonly [string | undefined, string, string | undefined]>>
}

describe.each(['matrix', 'permalinks'])('Dates and addresses (%s) are those of the real Jekyll', file => {
  const path = join(corpus, `dates/${file}.json`)
  const matrices = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Matrix[]) : []
  test.each(matrices.map(matrix => [matrix.name, matrix] as const))('%s', (_, matrix) => {
    const site = createSite(snapshotOf(matrix.files, { timezone: matrix.environmentZone }), pinned)
    const actual = Object.fromEntries(
      Object.keys(matrix.expected).map(document => {
        const rendered = renderDocument(site, { path: document })
        return [document, [rendered?.date ?? null, rendered?.url ?? null, rendered?.id ?? null]]
      }),
    )
    const expected = Object.fromEntries(
      Object.entries(matrix.expected).map(([document, [date, url, id]]) => [
        document,
        [date ?? null, url, id ?? null],
      ]),
    )
    expect(actual).toEqual(expected)
  })
})
