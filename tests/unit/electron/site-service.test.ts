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

test('it tells the zone and the language of its posts, as far as its configuration names them', async () => {
  const folder = temporaryFolder('site')
  const config = join(folder, '_config.yml')
  const facts = (text: string) => {
    writeFileSync(config, text)
    return createSiteService({ folder, settings: { readSettings: async () => ({}) } }).describeSite()
  }
  expect(await facts('timezone: Europe/Paris\nlang: fr\n')).toEqual({
    timezone: 'Europe/Paris',
    language: 'fr',
    address: { url: '', baseurl: '' },
  })
  expect(await facts('timezone: Mars/Olympus\nlocale: pt-BR\n')).toMatchObject({ language: 'pt-BR' })
  expect(await facts('url: https://a.example\nbaseurl: /b\n')).toEqual({
    address: { url: 'https://a.example', baseurl: '/b' },
  })
})
