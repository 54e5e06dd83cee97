import { describe, expect, test } from 'vitest'
import {
  addLink,
  carryLinks,
  mergeDefinitions,
  pasteCarried,
  plainHouse,
  pruneDefinitions,
  renameLabel,
  sortDefinitions,
} from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

describe('Renaming a label', () => {
  test('changes definitions and links, and keeps the words of links', () => {
    const source = '[a][m], [M], [m][]\n\n[m]: /old\n[M]: /new\n'
    expect(applyEdits(source, renameLabel(source, 'M', 'manual'))).toBe(
      '[a][manual], [M][manual], [m][manual]\n\n[manual]: /old\n[manual]: /new\n',
    )
  })

  test.each([
    ['x', 'y', 'links.no-such-label'],
    ['a', 'b', 'links.label-taken'],
    ['a', 'b]', 'links.bad-label'],
    ['a', '^b', 'links.bad-label'],
    ['a', 'sic', 'links.captures-text'],
  ])('from %s to %s is refused: %s', (from, to, code) => {
    const source = '[a][] [b][] [sic]\n\n[a]: /a\n[b]: /b\n'
    expect(() => renameLabel(source, from, to)).toThrow(expect.objectContaining({ code }))
  })
})

test('Pruning takes out what no link uses, and one of two blank lines', () => {
  const source = '[a][]\n\n[a]: /a\n[b]: /b\n\nEnd.\n\n[c]: /c\n'
  expect(applyEdits(source, pruneDefinitions(source).edits)).toBe('[a][]\n\n[a]: /a\n\nEnd.\n')
})

test('Merging lets links to one place use the first label', () => {
  const source = '[x][a] [b][]\n\n[a]: /u\n[b]: /u\n[c]: /u "titled"\n'
  expect(applyEdits(source, mergeDefinitions(source).edits)).toBe(
    '[x][a] [b][a]\n\n[a]: /u\n[c]: /u "titled"\n',
  )
})

test('Sorting keeps blocks and comments', () => {
  const source = '[b][] [a][] [d][] [c][]\n\n[a]: /a\n[b]: /b\n<!-- talks -->\n[c]: /c\n[d]: /d\n'
  const byUse = sortDefinitions(source, 'use')
  expect(applyEdits(source, byUse.edits)).toBe(
    '[b][] [a][] [d][] [c][]\n\n[b]: /b\n[a]: /a\n<!-- talks -->\n[d]: /d\n[c]: /c\n',
  )
})

describe('Adding a link', () => {
  test('links words where they stand as text, not in code', () => {
    const source = 'The `manual` is a manual.\n'
    expect(applyEdits(source, addLink(source, 'manual', '/m', plainHouse))).toBe(
      'The `manual` is a [manual][manual].\n\n[manual]: /m\n',
    )
  })

  test('gives words the post does not have a line of their own', () => {
    const source = 'Text [a][].\n\n[a]: /a\n'
    expect(applyEdits(source, addLink(source, 'More', '/m', plainHouse))).toBe(
      'Text [a][].\n\n[More][more]\n\n[a]: /a\n[more]: /m\n',
    )
  })
})

test('Text on its way to another post takes its definitions along and gives way to labels there', () => {
  const from = 'Read [it][m] and [n].\n\n[m]: /man\n[n]: /notes\n'
  const carried = carryLinks(from, { from: 0, to: from.indexOf('\n') })
  const target = 'Mine: [m][].\n\nHere.\n\n[m]: /mine\n'
  const at = target.indexOf('Here.')
  const pasted = applyEdits(target, pasteCarried(target, { from: at, to: at + 5 }, carried).edits)
  expect(pasted).toBe('Mine: [m][].\n\nRead [it][m-2] and [n].\n\n[m]: /mine\n[m-2]: /man\n[n]: /notes\n')
})
