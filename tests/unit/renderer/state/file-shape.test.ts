import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { readShape, writeShape } from '../../../../renderer/state/file-shape.ts'

test('shows a Windows file with plain line ends and writes its own back', () => {
  expect(readShape('\uFEFFone\r\ntwo\r\n')).toEqual({
    text: 'one\ntwo\n',
    shape: { byteOrderMark: true, ending: '\r\n' },
  })
})

test('leaves the carriage returns of a file with mixed line ends in the text', () => {
  expect(readShape('one\r\ntwo\nthree\r')).toEqual({
    text: 'one\r\ntwo\nthree\r',
    shape: { byteOrderMark: false, ending: '\n' },
  })
})

test('gives every file back byte for byte', () => {
  const piece = constantFrom('\r\n', '\n', '\r', 'word', '\uFEFF', '')
  assert(
    property(array(piece), pieces => {
      const source = pieces.join('')
      const { text, shape } = readShape(source)
      expect(writeShape(text, shape)).toBe(source)
    }),
  )
})
