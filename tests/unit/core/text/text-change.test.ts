import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  changedText,
  fingerprintOf,
  heardText,
  joinFingerprints,
  minimalEdit,
} from '../../../../core/text/index.ts'
import { seededRandom } from '../../../support/random.ts'

describe('a fingerprint', () => {
  test('of texts put together is that of the whole', () => {
    const random = seededRandom(1)
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: random.whole(6) }, () =>
        Array.from({ length: random.whole(40) }, () => random.pick(['a', 'é', '\n', '😀', '\0'])).join(''),
      )
      expect(joinFingerprints(parts.map(fingerprintOf))).toEqual(fingerprintOf(parts.join('')))
    }
  })

  test('is another for every text one character away', () => {
    const text = 'A quay, a boat, and *seven* words.\n'.repeat(40)
    const seen = new Set([fingerprintOf(text).hash])
    let count = 1
    for (let at = 0; at < text.length; at++) {
      for (const other of [
        `${text.slice(0, at)}#${text.slice(at + 1)}`,
        `${text.slice(0, at)}e${text.slice(at)}`,
      ]) {
        seen.add(fingerprintOf(other).hash)
        count++
      }
    }
    // Putting an e before an e gives the text of putting it after.
    const doubled = text.match(/e/g)!.length
    expect(seen.size).toBe(count - doubled)
  })
})

describe('a change', () => {
  const before = 'one two three'
  const after = 'one 2 three'
  const change = { edit: minimalEdit(before, after)!, result: fingerprintOf(after) }

  test('leads to the text it was made for', () => {
    expect(changedText(before, change)).toBe(after)
    expect(changedText(after, { result: fingerprintOf(after) })).toBe(after)
  })

  test.each([
    ['another text', 'one two thirty'],
    ['one of the same length', 'one two threw'],
    ['a shorter one', 'one'],
    ['none', undefined],
  ])('made to a text is refused by who has %s', (_, held) => {
    expect(changedText(held, change)).toBeUndefined()
  })

  test.each([
    [-1, 2],
    [3, 2],
    [0, 99],
    [0.5, 2],
    [Number.NaN, 2],
  ])('from %d to %d is refused', (from, to) => {
    expect(changedText(before, { ...change, edit: { from, to, insert: '' } })).toBeUndefined()
  })

  test('that does not fit is followed by the whole text', () => {
    expect(heardText('something else', change)).toBeUndefined()
    expect(heardText(undefined, after)).toBe(after)
  })

  test('after change, whoever holds a copy has the text', () => {
    const random = seededRandom(2)
    let text = 'A text to begin with.'
    let copy: string | undefined = text
    for (let step = 0; step < 300; step++) {
      const from = random.whole(text.length + 1)
      const to = Math.min(text.length, from + random.whole(5))
      const next = applyEdits(text, [{ from, to, insert: random.pick(['', 'x', '\r\n', '😀', ' words']) }])
      const edit = minimalEdit(text, next)
      copy = changedText(copy, { ...(edit && { edit }), result: fingerprintOf(next) })
      text = next
      expect(copy).toBe(text)
    }
  })
})
