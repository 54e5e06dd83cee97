import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSite } from '../../../core/jekyll/index.ts'
import { diskFileSystem } from '../../../electron/services/file-system.ts'
import { readSite } from '../../../electron/services/site-reader.ts'
import { compileSiteStyle } from '../../../electron/services/site-styles.ts'
import { createStyleCache } from '../../../electron/services/style-cache.ts'
import { temporaryFolder } from '../../support/temporary.ts'

test('a sheet compiled before is not compiled again, until what it is made from changes', async () => {
  const folder = temporaryFolder('site')
  const kept = join(temporaryFolder('kept'), 'styles')
  const cache = createStyleCache(diskFileSystem, kept)
  const compile = async (ink: string, timeoutMs = 30_000) => {
    mkdirSync(join(folder, '_sass'), { recursive: true })
    writeFileSync(join(folder, '_sass/_ink.scss'), `$ink: ${ink};`)
    writeFileSync(join(folder, 'main.scss'), '---\n---\n@import "ink";\na { color: $ink }\n')
    const site = createSite(await readSite(folder, { environment: {} }))
    return (await compileSiteStyle(site, 'main.scss', { cache, timeoutMs })).css
  }
  const teal = await compile('teal')
  expect(teal).toContain('color: teal')
  // No worker could answer in this time.
  expect(await compile('teal', 0)).toBe(teal)
  expect(await compile('navy')).toContain('color: navy')
  expect(readdirSync(kept)).toHaveLength(2)
})

test('the cache keeps the newest sheets only, and one that cannot be written is none', async () => {
  const kept = temporaryFolder('kept')
  const cache = createStyleCache(diskFileSystem, kept)
  for (let index = 0; index < 64; index++) await cache.write(`source ${index}`, 'a {}')
  expect(readdirSync(kept)).toHaveLength(60)
  expect(await cache.read('source 63')).toBe('a {}')
  writeFileSync(join(kept, 'file'), '')
  const broken = createStyleCache(diskFileSystem, join(kept, 'file'))
  await broken.write('source', 'a {}')
  expect(await broken.read('source')).toBeUndefined()
})
