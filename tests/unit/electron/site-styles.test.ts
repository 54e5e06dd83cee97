import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { info } from 'sass'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSite } from '../../../core/jekyll/index.ts'
import { readSite } from '../../../electron/services/site-reader.ts'
import { compileSiteStyle } from '../../../electron/services/site-styles.ts'
import type { StyleCache } from '../../../electron/services/style-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-styles-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function compile(files: Readonly<Record<string, string>>, timeoutMs = 20_000) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const site = createSite(await readSite(folder, { environment: {} }))
  return compileSiteStyle(site, 'assets/main.scss', { timeoutMs })
}

test('a page in Sass is compiled with the site’s imports, after Liquid', async () => {
  const { css, problems } = await compile({
    '_config.yml': 'ink: "#123456"\n',
    '_sass/_colours.scss': '$paper: white;',
    '_sass/parts/_links.scss': 'a { b { color: $ink; } }',
    'assets/main.scss':
      '---\n---\n$ink: {{ site.ink }};\n@import "colours", "parts/links";\np { background: $paper; }\n',
  })
  expect(problems).toEqual([])
  expect(css?.replace(/\s+/g, ' ')).toBe('a b { color: #123456; } p { background: white; }')
})

test('what was compiled before is found again, but not what another Sass made of it', async () => {
  const asked: string[] = []
  const cache: StyleCache = {
    read: async source => {
      asked.push(source)
      return undefined
    },
    write: async () => {},
  }
  writeFileSync(join(folder, 'main.scss'), '---\n---\na { b: c }\n')
  const site = createSite(await readSite(folder, { environment: {} }))
  await compileSiteStyle(site, 'main.scss', { cache })
  expect(JSON.parse(asked[0]!)).toMatchObject({ sass: info.split('\t')[1], source: 'a { b: c }\n' })
})

test('a mistake is told with its line', async () => {
  const { css, problems } = await compile({ 'assets/main.scss': '---\n---\na { color: $none; }\n' })
  expect(css).toBeUndefined()
  expect(problems).toMatchObject([{ code: 'style.error', message: 'Undefined variable.', line: 1 }])
})

test('nothing outside of the folders of imports is read', async () => {
  writeFileSync(join(folder, 'secret.scss'), 'b { c: d }')
  const { css, problems } = await compile({ 'assets/main.scss': '---\n---\n@import "../secret";\n' })
  expect(css).toBeUndefined()
  expect(problems).toMatchObject([{ code: 'style.error' }])
})

test('a style sheet that never ends is ended', async () => {
  const { problems } = await compile({ 'assets/main.scss': '---\n---\n@while true { $a: 1; }\n' }, 3000)
  expect(problems).toMatchObject([{ code: 'style.endless' }])
})
