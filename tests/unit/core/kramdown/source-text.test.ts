import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceTextBuilder, sourceTextOf } from '../../../../core/kramdown/source-text.ts'

describe('a text knows where its characters came from', () => {
  test('when it is the document', () => {
    expect(sourceTextOf('ab\ncd\n').span(3, 5)).toEqual({ from: 3, to: 5 })
  })

  test('when line ends were shortened', () => {
    const source = sourceTextOf('ab\r\ncd\ref')
    expect(source.text).toBe('ab\ncd\nef\n')
    expect([source.span(3, 5), source.span(6, 8)]).toEqual([
      { from: 4, to: 6 },
      { from: 7, to: 9 },
    ])
  })

  test('when lines lost what stood before them', () => {
    const source = sourceTextOf('> ab\n> cd\n')
    const inside = new SourceTextBuilder().add(source, 2, 5).add(source, 7, 10).build()
    expect(inside.text).toBe('ab\ncd\n')
    expect(inside.span(3, 5)).toEqual({ from: 7, to: 9 })
    expect(inside.span(0, 5)).toEqual({ from: 2, to: 9 })
  })

  test('when characters were put in that stand nowhere', () => {
    const source = sourceTextOf('\tab\n')
    const widened = new SourceTextBuilder().insert('    ', 0).add(source, 1).build()
    expect(widened.text).toBe('    ab\n')
    expect(widened.span(4, 6)).toEqual({ from: 1, to: 3 })
  })
})

test('any pieces put together keep their places, in slices too', () => {
  const pieces = array(constantFrom('a', 'bc', '\n', '> '), { minLength: 1, maxLength: 12 })
  assert(
    property(pieces, pieces, (kept, dropped) => {
      const document = kept.map((piece, index) => piece + (dropped[index] ?? '')).join('')
      const source = sourceTextOf(`${document}\n`)
      const builder = new SourceTextBuilder()
      let at = 0
      for (const [index, piece] of kept.entries()) {
        builder.add(source, at, at + piece.length)
        at += piece.length + (dropped[index] ?? '').length
      }
      const built = builder.build()
      for (let from = 0; from < built.text.length; from++) {
        const slice = built.slice(from, built.text.length)
        expect(document[built.originOf(from)]).toBe(built.text[from])
        expect(slice.originOf(0)).toBe(built.originOf(from))
      }
    }),
  )
})
