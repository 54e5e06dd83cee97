import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { available } from '../../../support/needs.ts'

/** A few of the texts `npm run fuzz:kramdown` looks at, always the same. */
test.skipIf(!available('jekyll'))('the real kramdown makes the same of mutated texts', () => {
  const program = resolve(import.meta.dirname, '../../../fuzz/kramdown.ts')
  const out = execFileSync(process.execPath, [program, '--count', '400', '--seed', '2026'], {
    encoding: 'utf8',
  })
  const [, inputs, differ] = /inputs (\d+): differ (\d+)\n$/.exec(out)!.map(Number)
  expect(inputs).toBeGreaterThan(390)
  expect(differ).toBe(0)
})
