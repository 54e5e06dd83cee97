import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Settings } from '../../../core/contract/index.ts'
import { createSiteService } from '../../../electron/services/site-service.ts'
import { temporaryFolder } from '../../support/temporary.ts'

test('the Jekyll the writer chose for the folder is the site’s, from the next reading on', async () => {
  const folder = temporaryFolder('site')
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_posts/2024-01-01-a.md'), '---\n---\nA\n')
  let settings: Settings = {}
  const site = createSiteService({ folder, settings: { readSettings: async () => settings } })
  const found = await site.readSite()
  expect(found.hosting.chosen).toBeUndefined()
  settings = { 'site.jekyll': '3.10' }
  const chosen = await site.readSite()
  expect(chosen.hosting.chosen).toBe('3.10')
  expect(chosen.version).not.toBe(found.version)
  settings = { 'site.jekyll': 'something else' }
  expect((await site.readSite()).version).toBe(found.version)
})
