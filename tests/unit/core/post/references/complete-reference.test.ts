import { describe, expect, test } from 'vitest'
import { completeReference, linkAt, openReferenceAt, plainHouse } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

/** `|` marks the cursor, before and after. */
function completed(
  marked: string,
  label: string,
  url: string,
  sameWords: 'full' | 'collapsed' | 'shortcut' = 'full',
) {
  const offset = marked.indexOf('|')
  const source = marked.replace('|', '')
  const open = openReferenceAt(source, offset)
  if (!open) return undefined
  const { edits, selection } = completeReference(source, open, { label, url }, { ...plainHouse, sameWords })
  const text = applyEdits(source, edits)
  return `${text.slice(0, selection!.from)}|${text.slice(selection!.from)}`
}

describe('Completing a label', () => {
  test.each([
    [
      'brings its definition along',
      'See [it][ta| there.\n',
      'See [it][tape]| there.\n\n[tape]: /t\n',
      'full',
    ],
    [
      'uses the bracket that is there',
      'See [it][ta|] there.\n',
      'See [it][tape]| there.\n\n[tape]: /t\n',
      'full',
    ],
    [
      'leaves a definition that is there alone',
      'See [it][|\n\n[Tape]: /t\n',
      'See [it][tape]|\n\n[Tape]: /t\n',
      'full',
    ],
    [
      'behind a single bracket makes words of it, collapsed',
      'See [ta|\n',
      'See [tape][]|\n\n[tape]: /t\n',
      'collapsed',
    ],
    ['or a shortcut', 'See [ta|] so.\n', 'See [tape]| so.\n\n[tape]: /t\n', 'shortcut'],
  ] as const)('%s', (_, before, after, sameWords) => {
    expect(completed(before, 'tape', '/t', sameWords)).toBe(after)
  })

  test.each(['Plain| words', 'A \\[not| one', 'A note[^1|', '---\ntitle: [a|\n---\n'])(
    'is not offered in %j',
    marked => {
      expect(completed(marked, 'tape', '/t')).toBeUndefined()
    },
  )
})

test('At a link its definition is known with all its links, and at a definition too', () => {
  const source = '[a][x] [b][x]\n\n[x]: /x\n'
  expect(linkAt(source, 3)?.definition?.url).toBe('/x')
  expect(linkAt(source, source.indexOf(': /x'))?.uses.map(use => use.text)).toEqual(['a', 'b'])
  expect(linkAt('plain words', 3)).toBeUndefined()
})
