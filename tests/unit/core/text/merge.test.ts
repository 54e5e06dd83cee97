import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, lineEdits, mergeTexts } from '../../../../core/text/index.ts'

const lines = (...words: readonly string[]): string => words.map(word => `${word}\n`).join('')

test.each([
  [
    'only they changed',
    lines('a', 'b', 'c'),
    lines('a', 'b', 'c'),
    lines('a', 'B', 'c'),
    lines('a', 'B', 'c'),
  ],
  ['only I changed', lines('a', 'b', 'c'), lines('A', 'b', 'c'), lines('a', 'b', 'c'), lines('A', 'b', 'c')],
  [
    'both changed, apart',
    lines('a', 'b', 'c', 'd', 'e'),
    lines('A', 'b', 'c', 'd', 'e'),
    lines('a', 'b', 'c', 'd', 'E'),
    lines('A', 'b', 'c', 'd', 'E'),
  ],
  [
    'both made the same change',
    lines('a', 'b', 'c'),
    lines('a', 'x', 'c'),
    lines('a', 'x', 'c'),
    lines('a', 'x', 'c'),
  ],
  ['a last line without an ending', 'a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nD', 'A\nb\nc\nD'],
  ['lines ending in CR LF', 'a\r\nb\r\nc\r\n', 'A\r\nb\r\nc\r\n', 'a\r\nb\r\nC\r\n', 'A\r\nb\r\nC\r\n'],
  ['from nothing', '', '', 'theirs', 'theirs'],
])('merges when %s', (_, base, mine, theirs, text) => {
  const merge = mergeTexts(base, mine, theirs)
  expect(merge).toMatchObject({ clean: true, text })
  if (merge.clean) expect(applyEdits(mine, merge.edits)).toBe(text)
})

test.each([
  ['the same line', lines('a', 'b', 'c'), lines('a', 'mine', 'c'), lines('a', 'theirs', 'c')],
  ['a line I deleted', lines('a', 'b', 'c'), lines('a', 'c'), lines('a', 'B', 'c')],
  ['everything', 'a', 'mine', 'theirs'],
])('does not merge when both changed %s', (_, base, mine, theirs) => {
  expect(mergeTexts(base, mine, theirs)).toEqual({ clean: false })
})

const text = fc
  .array(fc.constantFrom('', 'a', 'b', 'c', 'd'), { maxLength: 12 })
  .map(words => words.join('\n'))

test('a merge takes no side: exchanging mine and theirs gives the same text', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const [one, other] = [mergeTexts(base, mine, theirs), mergeTexts(base, theirs, mine)]
      expect(other.clean).toBe(one.clean)
      if (one.clean && other.clean) expect(other.text).toBe(one.text)
    }),
  )
})

test('merging a text with itself changes nothing, and the edits of a merge lead to its text', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      expect(mergeTexts(base, mine, mine)).toEqual({ clean: true, text: mine, edits: [] })
      const merge = mergeTexts(base, mine, theirs)
      if (merge.clean) expect(applyEdits(mine, merge.edits)).toBe(merge.text)
    }),
  )
})

test('line edits leave the lines between two changes alone', () => {
  expect(lineEdits(lines('one', 'two', 'three'), lines('once', 'two', 'thrice'))).toEqual([
    { from: 2, to: 2, insert: 'c' },
    { from: 11, to: 12, insert: 'ic' },
  ])
})

test('line edits turn any text into any other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, lineEdits(before, after))).toBe(after)
    }),
  )
})

test('a merge of long texts ends soon', () => {
  const base = Array.from({ length: 15_000 }, (_, index) => (index % 2 ? `line ${index}` : '')).join('\n')
  const began = performance.now()
  mergeTexts(base, `mine\n${base}\nmine`, `theirs\n${base.replaceAll('7', '8')}\ntheirs`)
  expect(performance.now() - began).toBeLessThan(3_000)
})
