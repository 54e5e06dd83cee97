import { describe, expect, test } from 'vitest'
import { setHeading, toggleLineMarker, toggleMark } from '../../../../../core/post/writing/index.ts'
import { type EditResult, type Span, applyEdits } from '../../../../../core/text/index.ts'

/** `|` stands for the cursor, or a pair of them for the ends of the selection. */
function read(marked: string): { source: string; selection: Span } {
  const from = marked.indexOf('|')
  const to = marked.lastIndexOf('|')
  return { source: marked.replaceAll('|', ''), selection: { from, to: to === from ? from : to - 1 } }
}

function show(source: string, { edits, selection }: EditResult): string {
  const text = applyEdits(source, edits)
  const { from, to } = selection!
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`
  return `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`
}

describe('Marks', () => {
  test.each([
    ['go around the selection', 'a |word| here', '**', 'a **|word|** here'],
    ['go away again', 'a **|word|** here', '**', 'a |word| here'],
    ['go away when they are selected too', 'a |**word**| here', '**', 'a |word| here'],
    ['mean the word at the cursor', 'a wo|rd here', '*', 'a *|word|* here'],
    ['wait around the cursor where there is no word', 'a | here', '**', 'a **|** here'],
    ['leave spaces of the selection outside', 'a| word |here', '**', 'a **|word|** here'],
    ['do not take a strong mark for an emphasis', '**|word|**', '*', '***|word|***'],
    ['take one of three stars for an emphasis', '***|word|***', '*', '**|word|**'],
    ['know words with accents', 'caf|é', '`', '`|café|`'],
  ])('%s', (_, before, mark, after) => {
    const { source, selection } = read(before)
    expect(show(source, toggleMark(source, selection, mark))).toBe(after)
  })
})

describe('Headings', () => {
  test.each([
    ['are put before a line', 'one\ntw|o', 2, 'one\n## tw|o'],
    ['change their level', '# on|e', 3, '### on|e'],
    ['go away with the same key', '## on|e', 2, 'on|e'],
    ['go away with level 0', '## on|e', 0, 'on|e'],
    ['begin on an empty line', '|', 1, '# |'],
  ])('%s', (_, before, level, after) => {
    const { source, selection } = read(before)
    expect(show(source, setHeading(source, selection, level))).toBe(after)
  })
})

describe('Lists and quotes', () => {
  test.each([
    ['mark every selected line', '|one\ntwo|', 'bullet', '- |one\n- two|'],
    ['are taken away where all lines have them', '|- one\n- two|', 'bullet', '|one\ntwo|'],
    ['count', '|one\n\ntwo|', 'number', '1. |one\n\n2. two|'],
    ['replace the other kind', '- on|e', 'number', '1. on|e'],
    ['keep the indent', '    - on|e', 'bullet', '    on|e'],
    ['quote a list', '- on|e', 'quote', '> - on|e'],
    ['leave out a line that the selection only reaches', '|one\n|two', 'quote', '> |one\n|two'],
  ] as const)('%s', (_, before, marker, after) => {
    const { source, selection } = read(before)
    expect(show(source, toggleLineMarker(source, selection, marker))).toBe(after)
  })
})
