import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createSite, renderDocument } from '../../../../core/jekyll/index.ts'
import { readSite } from '../../../../electron/services/site-reader.ts'
import { amirmcBlog } from '../../../support/blogs.ts'
import { firstDifference } from '../../../support/dom-equal.ts'
import { available } from '../../../support/needs.ts'
import { askJekyll } from '../../../support/oracle-jekyll.ts'

const seed = resolve(import.meta.dirname, '../../../../../shared/seed')
const isHere = existsSync(seed)
const lives = isHere
  ? readdirSync(seed).filter(name => /^(?:history|unikernels).*\.md$/.test(name))
  : ['the post, which is not here']
const path = '_posts/2015-07-04-unikernels-polyconf-2015.md'
const now = '2026-01-01T00:00:00Z'

/** The five states of the post that Lectern is designed around; they lie beside the project, where they are at all. */
test.skipIf(!isHere || !available('jekyll')).each(lives)('Jekyll and Lectern agree about %s', async name => {
  const { folder } = amirmcBlog()
  writeFileSync(join(folder, path), readFileSync(join(seed, name)))
  const [asked] = askJekyll([{ site: folder, now }]) as {
    documents: { path: string; content_html: string }[]
  }[]
  const theirs = asked!.documents.find(document => document.path === path)!.content_html

  const site = createSite(await readSite(folder))
  const ours = renderDocument(site, { path, blocks: true })

  expect(firstDifference(theirs, ours!.contentHtml!, { flattenCode: true })).toBeUndefined()
  expect(ours!.blocks!.map(block => block.html).join('')).toBe(ours!.contentHtml)
})
