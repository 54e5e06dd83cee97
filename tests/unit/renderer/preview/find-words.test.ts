import { Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { offsetOfWords } from '../../../../renderer/preview/find-words.ts'

const doc = Text.of([
  '---',
  'title: Boats',
  '---',
  'The boat is late. The *small* boat',
  'waits at the quay.',
  '',
  'A boat.',
])

function found(words: string, line = 4, lastLine = 6): string {
  const offset = offsetOfWords(doc, { line, lastLine, words })
  return doc.sliceString(offset, offset + 10)
}

test.each([
  ['the word that was clicked', 'The boat', 'boat is la'],
  ['the right one of two, by the words before it', 'boat waits', 'waits at t'],
  ['a word across a line end', 'at the quay', 'quay.\n\nA b'],
  ['fewer words where markup parts them', 'The small boat', 'boat is la'],
  ['the beginning of the block where the words are not in the source', 'Nowhere', 'The boat i'],
  ['the beginning of the block where no word was clicked', '', 'The boat i'],
])('goes to %s', (_, words, text) => {
  expect(found(words)).toBe(text)
})

test('lines beyond the text lead to its end', () => {
  expect(found('boat', 70, 90)).toBe('boat.')
})
