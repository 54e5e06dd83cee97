import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, chosenText, lineEdits, mergePieces, mergeTexts } from '../../../../core/text/index.ts'

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

test('the pieces of a merge hold both texts whole, and only what differs is to choose', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const pieces = mergePieces(base, mine, theirs)
      expect(pieces.map(piece => piece.mine).join('')).toBe(mine)
      expect(pieces.map(piece => piece.theirs).join('')).toBe(theirs)
      const places = pieces.filter(piece => piece.merged === undefined)
      expect(places.every(place => place.mine !== place.theirs)).toBe(true)
    }),
  )
})

test('a choice for each place leaves no marks and joins the rest by itself', () => {
  const base = lines('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const mine = lines('A', 'b', 'mine', 'd', 'e', 'mine too', 'g')
  const theirs = lines('a', 'b', 'theirs', 'd', 'e', 'theirs too', 'g', 'h')
  const pieces = mergePieces(base, mine, theirs)
  expect(chosenText(pieces, ['both', 'theirs'])).toBe(
    lines('A', 'b', 'mine', 'theirs', 'd', 'e', 'theirs too', 'g', 'h'),
  )
})

test('of texts with no known origin, only the lines that differ are to choose', () => {
  const pieces = mergePieces('', lines('a', 'mine', 'c'), lines('a', 'theirs', 'c'))
  expect(pieces).toEqual([
    { mine: 'a\n', theirs: 'a\n', merged: 'a\n' },
    { mine: 'mine\n', theirs: 'theirs\n', merged: undefined },
    { mine: 'c\n', theirs: 'c\n', merged: 'c\n' },
  ])
})

test('a last line without an ending gets one before what comes to stand behind it', () => {
  expect(chosenText(mergePieces('a', 'mine', 'theirs'), ['both'])).toBe('mine\ntheirs')
  expect(chosenText(mergePieces('a', 'mine', 'theirs'), ['mine'])).toBe('mine')
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
