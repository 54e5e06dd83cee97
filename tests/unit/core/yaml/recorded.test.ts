import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  RubyDate,
  RubyTime,
  type RubyValue,
  isArray,
  isFloat,
  isHash,
  isNumeric,
  strftime,
  toText,
  utc,
} from '../../../../core/ruby/index.ts'
import { readYaml } from '../../../../core/yaml/index.ts'

const folder = join(import.meta.dirname, '../../../corpus/dates')
const texts = JSON.parse(readFileSync(join(folder, 'yaml-values.json'), 'utf8')) as string[]
const answers = JSON.parse(readFileSync(join(folder, 'yaml-answers.json'), 'utf8')) as unknown[]

/** A value with its Ruby class, as the reference answers it. */
function tagged(value: RubyValue): unknown {
  if (value === null || value === undefined) return ['nil']
  if (isHash(value)) return ['hash', [...value].map(([key, entry]) => [tagged(key), tagged(entry)])]
  if (isArray(value)) return ['array', value.map(tagged)]
  if (isNumeric(value)) return [isFloat(value) ? 'float' : 'integer', toText(value)]
  if (value instanceof RubyTime)
    return ['time', strftime(value.in(utc), '%Y-%m-%dT%H:%M:%S.%N'), value.offset]
  if (value instanceof RubyDate) return ['date', toText(value)]
  return [typeof value === 'string' ? 'string' : 'boolean', value]
}

test(`${texts.length} YAML texts are read as Ruby's Psych reads them`, () => {
  const differences = texts.flatMap((text, index) => {
    const { value, problems } = readYaml(text)
    const actual = problems.length > 0 ? ['error'] : tagged(value)
    return JSON.stringify(actual) === JSON.stringify(answers[index])
      ? []
      : [{ text, expected: answers[index], actual }]
  })
  expect(differences).toEqual([])
})

test('a bomb of aliases is refused, and says where', () => {
  const levels = 'bcdefghijklmno'.split('')
  const bomb = levels.map((name, index) => `${name}: &${name} [${`*${'abcdefghijklmno'[index]},`.repeat(9)}]`)
  const { value, problems } = readYaml(`a: &a [1,2,3,4,5,6,7,8,9]\n${bomb.join('\n')}\n`)
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([{ code: 'yaml.too-large' }])
})

test.each([
  ['a colon in a title', 'title: a: b', 1],
  ['a tab before a key', 'title: x\n\ttags: y', 2],
  ['a quote that is not closed', 'a: 1\nb: "x', 2],
  ['a list in brackets that is not closed', 'a: [1, 2\nb: 3', 2],
])('%s is a problem with its line', (_, text, line) => {
  expect(readYaml(text).problems).toMatchObject([{ code: 'yaml.syntax', line }])
})
