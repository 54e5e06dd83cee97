import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  boolean,
  identifier,
  list,
  number,
  oneOf,
  optional,
  record,
  repoPath,
  text,
} from '../../../../core/contract/arguments.ts'
import { LecternError } from '../../../../core/errors.ts'

const refuses = (check: (value: unknown) => unknown, value: unknown) => {
  try {
    check(value)
    return false
  } catch (error) {
    return error instanceof LecternError && error.code === 'contract.bad-argument'
  }
}

describe('Checks of arguments', () => {
  test.for([
    ['a text', text, ['', 'a', '🎤'], [null, undefined, 1, {}, ['a']]],
    [
      'a path',
      repoPath,
      ['a.md', '_posts/2025-01-01-a b.md', 'a/…/b', '-x', '.hidden'],
      ['', '/a', 'a/', 'a//b', '..', '../a', 'a/../b', './a', 'a/.', 'a\\b', 'C:a', 'c:/a', 'a\0b', null, 5],
    ],
    [
      'a name of ours',
      identifier,
      ['a', '0c1f-22', 'a.b', 'A_1'],
      ['', '.', '..', '.a', 'a/b', '../a', 'a b', 'a\n', 'x'.repeat(201), 5, null],
    ],
    ['true or false', boolean, [true, false], [0, 1, 'true', null, undefined]],
    ['a number', number, [0, -1.5, 1e300], [Number.NaN, Infinity, '1', null, {}]],
    ['a list', list(number), [[], [1, 2]], [null, {}, '12', [1, '2'], [undefined]]],
    ['something left out', optional(number), [undefined, null, 1], ['1', false]],
    ['a word', oneOf('left', 'right'), ['left', 'right'], ['', 'up', 'toString', 0, null]],
  ] as const)('%s', ([, check, right, wrong], { expect }) => {
    for (const value of right) expect(refuses(check, value), JSON.stringify(value)).toBe(false)
    for (const value of wrong) expect(refuses(check, value), JSON.stringify(value)).toBe(true)
  })

  test('a record has its fields and no others, and no undefined ones', () => {
    const check = record<{ readonly name: string; readonly size?: number }>({
      name: text,
      size: optional(number) as (value: unknown) => number,
    })
    expect(check({ name: 'a', size: 1, other: 2, __proto__: { admin: true } })).toEqual({
      name: 'a',
      size: 1,
    })
    expect(Object.keys(check({ name: 'a' }))).toEqual(['name'])
    for (const value of [null, [], 'a', 1, {}, { name: 1 }, { name: 'a', size: 'b' }])
      expect(refuses(check, value)).toBe(true)
  })

  test('no path that passes leads out of its folder', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('.', '..', '/', '\\', 'a', ':', 'C', '\0', ' ', '%2e'), { maxLength: 12 }),
        parts => {
          const path = parts.join('')
          if (refuses(repoPath, path)) return
          const resolved = new URL(path.split('/').map(encodeURIComponent).join('/'), 'http://host/folder/')
          expect(resolved.pathname.startsWith('/folder/')).toBe(true)
          expect(path.split('/')).not.toContain('..')
        },
      ),
    )
  })
})
