import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const assets = resolve(import.meta.dirname, '../../../out/renderer/assets')

test('the window does not wait for what panels alone stand on', () => {
  const window = readdirSync(assets).find(name => /^window-.*\.js$/.test(name))!
  const imported = [...readFileSync(join(assets, window), 'utf8').matchAll(/from"\.\/([a-z]+)-[\w-]+\.js"/g)]
  expect(imported.map(([, name]) => name).toSorted()).toEqual(['common', 'first'])
})
