import { EditorState, Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { changedText, minimalEdit } from '../../../../core/text/index.ts'
import { docChange } from '../../../../renderer/state/doc-change.ts'
import { docEdit } from '../../../../renderer/state/doc-edit.ts'
import { type FileShape, plainShape, writeShape } from '../../../../renderer/state/file-shape.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

const shapes: readonly [string, FileShape][] = [
  ['a plain file', plainShape],
  ['a file of Windows', { byteOrderMark: false, ending: '\r\n' }],
  ['a file with a byte order mark', { byteOrderMark: true, ending: '\r\n' }],
]

/** Long enough for a tree of some levels. */
function longText(lines: number): string {
  return Array.from({ length: lines }, (_, index) => `Line ${index} of a long post.`).join('\n')
}

function edited(state: EditorState, random: Random, inserts: readonly string[]): EditorState {
  const from = random.whole(state.doc.length + 1)
  const to = random.chance(0.3) ? Math.min(state.doc.length, from + random.whole(200)) : from
  const insert = random.chance(0.02) ? longText(300) : random.pick(inserts)
  return state.update({ changes: { from, to, insert: state.toText(insert) } }).state
}

function begun(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: EditorState.lineSeparator.of('\n') })
}

describe.each(shapes)('whoever holds %s', (_, shape) => {
  test.each([1, 40, 3_000])('of %d lines has the text after each change', lines => {
    const random = seededRandom(lines)
    let state = begun(longText(lines))
    let copy: string | undefined = writeShape(state.doc.toString(), shape)
    let told = 0
    for (let step = 0; step < 150; step++) {
      const before = state
      for (let count = random.whole(4); count > 0; count--)
        state = edited(state, random, ['', 'e', '\n', 'two\nlines', '😀', '\n\n\n'])
      const whole = writeShape(state.doc.toString(), shape)
      const change = docChange(before.doc, state.doc, shape)
      if (change) {
        told++
        copy = changedText(copy, change)
      } else copy = whole
      expect(copy).toBe(whole)
    }
    if (lines > 1) expect(told).toBeGreaterThan(100)
  })

  test('with stray carriage returns has the text, or says that it has not', () => {
    const random = seededRandom(7)
    let state = begun('a\rb\n\r\nc\n'.repeat(50))
    for (let step = 0; step < 300; step++) {
      const before = state
      state = edited(state, random, ['\r', '\n', 'x', '\r\n'])
      const change = docChange(before.doc, state.doc, shape)
      const copy = change && changedText(writeShape(before.doc.toString(), shape), change)
      if (copy !== undefined) expect(copy).toBe(writeShape(state.doc.toString(), shape))
    }
  })
})

describe('the edit between two texts of an editor', () => {
  test('is the smallest, also between texts that share nothing', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 200; round++) {
      const before = begun(longText(random.whole(400)))
      const after = edited(edited(before, random, ['e', '', '\n']), random, ['x', '\n', 'e'])
      const apart = Text.of(after.doc.toString().split('\n'))
      const smallest = minimalEdit(before.doc.toString(), after.doc.toString())
      expect(docEdit(before.doc, after.doc)).toEqual(smallest)
      expect(docEdit(before.doc, apart)).toEqual(smallest)
    }
  })

  test.each([
    ['', ''],
    ['', 'a'],
    ['a', ''],
    ['aaa', 'aa'],
    ['a\nb', 'a\nb'],
    ['😀', '😁'],
    ['a\n', 'a\n\n'],
  ])('%j → %j', (before, after) => {
    expect(docEdit(Text.of(before.split('\n')), Text.of(after.split('\n')))).toEqual(
      minimalEdit(before, after),
    )
  })

  test('that is undone by the next leaves nothing to tell', () => {
    const start = begun(longText(2_000))
    const typed = start.update({ changes: { from: 500, insert: 'x' } }).state
    const undone = typed.update({ changes: { from: 500, to: 501 } }).state
    expect(docEdit(start.doc, undone.doc)).toBeUndefined()
  })

  test('of another post is told whole', () => {
    const one = begun(longText(500)).doc
    const other = begun('Other words.\n'.repeat(900)).doc
    expect(docChange(one, other)).toBeUndefined()
  })
})
