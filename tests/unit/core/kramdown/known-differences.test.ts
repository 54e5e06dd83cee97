import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { convert, jekyllOptions } from '../../../../core/kramdown/index.ts'

interface KnownDifference {
  readonly id: string
  readonly reason: string
  readonly pattern: string
  readonly example: {
    readonly piece: string
    readonly times: number
    readonly end: string
    /** How often the end is repeated. */
    readonly rows?: number
  }
  readonly warning?: string
  readonly html?: string
}

const file = join(import.meta.dirname, '../../../corpus/kramdown/known-differences.json')
const differences = JSON.parse(readFileSync(file, 'utf8')) as readonly KnownDifference[]

test.each(differences)('$id: $reason', ({ pattern, example, warning, html }) => {
  const text = example.piece.repeat(example.times) + example.end.repeat(example.rows ?? 1)
  expect(text).toMatch(new RegExp(pattern, 's'))
  const converted = convert(text, jekyllOptions)
  expect(converted.warnings.map(({ code }) => code)).toEqual(warning === undefined ? [] : [warning])
  if (html !== undefined) expect(converted.html).toBe(html)
})
