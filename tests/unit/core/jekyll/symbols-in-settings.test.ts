import { expect, test } from 'vitest'
import { createSite, listDocuments, renderDocument } from '../../../../core/jekyll/index.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

const pinned = { nowSeconds: Date.parse('2026-01-01T00:00:00Z') / 1000 }
const path = '_posts/2025-05-04-bees-on-the-roof.md'

const render = (config: string, data: string) => {
  const post = '---\ntitle: Bees\n---\n{{ site.title }} {{ site.data.rooms.first }} {{ page.url }}\n'
  const files = { '_config.yml': config, '_data/rooms.yml': data, [path]: post }
  const site = createSite(snapshotOf(files), pinned)
  const { contentHtml, url } = renderDocument(site, { path })!
  return { contentHtml, url, problems: site.problems, documents: listDocuments(site).length }
}

// The gem of Jekyll reads these as the quoted texts; Debian's Jekyll stops at them and publishes nothing.
test.each([
  ['permalink: :title/', 'permalink: ":title/"'],
  ['permalink: :year/:title', "permalink: ':year/:title'"],
  [
    'defaults:\n  - scope: {path: ""}\n    values:\n      permalink: :slug',
    'defaults:\n  - scope: {path: ""}\n    values:\n      permalink: ":slug"',
  ],
])('a symbol in the settings is its text: %s', (bare, quoted) => {
  const title = 'title: Rooftops\n'
  const actual = render(`${title}${bare}\n`, 'first: :attic\n')
  expect(actual).toEqual(render(`${title}${quoted}\n`, 'first: ":attic"\n'))
  expect(actual.contentHtml).toContain('Rooftops :attic /')
  expect(actual.problems).toEqual([])
})
