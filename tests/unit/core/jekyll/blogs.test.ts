import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type RenderedDocument, createSite, renderDocument } from '../../../../core/jekyll/index.ts'
import { readSite } from '../../../../electron/services/site-reader.ts'
import { firstDifference } from '../../../support/dom-equal.ts'

const shared = join(import.meta.dirname, '../../../../../shared/corpora/blogs')
const blogs = existsSync(shared) ? readdirSync(shared) : []

interface Expected {
  readonly path: string
  readonly error?: string
  readonly after_liquid?: string
  readonly after_liquid_is_body?: boolean
  readonly content_html?: string
  readonly excerpt?: string | null
  readonly [key: string]: unknown
}

const facts = [
  'url',
  'id',
  'date',
  'slug',
  'title',
  'categories',
  'tags',
  'draft',
  'previous',
  'next',
] as const
const flat = { flattenCode: true }

function pick(of: Readonly<Record<string, unknown>>): unknown[] {
  return facts.map(key => of[key] ?? null)
}

function differences(expected: Expected, rendered: RenderedDocument): string[] {
  const found: string[] = []
  if (JSON.stringify(pick(expected)) !== JSON.stringify(pick({ ...rendered }))) found.push('facts')
  // Includes of these blogs are not there; what they would have given cannot be compared.
  if (rendered.problems.some(problem => problem.code === 'liquid.include-missing')) return found
  if (expected.after_liquid !== undefined && expected.after_liquid !== rendered.afterLiquid)
    found.push('after Liquid')
  if (firstDifference(expected.content_html ?? '', rendered.contentHtml ?? '', flat)) found.push('content')
  if (firstDifference(expected.excerpt ?? '', rendered.excerpt ?? '', flat)) found.push('excerpt')
  return found
}

// The blogs are other people’s: they lie beside the project, not in it.
describe.skipIf(blogs.length === 0)('Blogs of others come out as the real Jekyll makes them', () => {
  test.each(blogs.length > 0 ? blogs : ['the blogs, which are not here'])('%s', async blog => {
    const { documents } = JSON.parse(readFileSync(join(shared, blog, 'expected.json'), 'utf8')) as {
      documents: Expected[]
    }
    const snapshot = await readSite(join(shared, blog, 'source'), {
      wholeBytes: Infinity,
      environment: { JEKYLL_ENV: 'production', TZ: 'UTC' },
    })
    const nowSeconds = Date.parse('2026-01-01T00:00:00Z') / 1000
    const site = createSite(snapshot, { nowSeconds, drafts: true, future: true, jekyll: '4.3' })
    const wrong = documents
      .filter(document => document.error === undefined)
      .flatMap(document => {
        const rendered = renderDocument(site, { path: document.path, excerpt: true })
        const found = rendered ? differences(document, rendered) : ['missing']
        return found.length === 0 ? [] : [`${document.path}: ${found.join(', ')}`]
      })
    expect(wrong).toEqual([])
  })
})
