import { describe, expect, test } from 'vitest'
import { learnLinkHouse, plainHouse, proposeLabels, toReferences } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const author = [
  'On [Irmin Store][irmin] and [Tape Robots][tape].\n\n[irmin]: https://irmin.example/\n[tape]: /tape\n',
  '## One\n\n[Paper Boats][] and [Small Fires][].\n\n[Paper Boats]: /boats\n[Small Fires]: </fires>\n\n## Two\n\nWords.\n',
]

describe('An author’s posts teach', () => {
  test('what an address is called', () => {
    expect(proposeLabels('a store', 'http://irmin.example', learnLinkHouse(author))[0]).toBe('irmin')
  })

  test('that labels are whole names with their capitals', () => {
    const names = learnLinkHouse([author[1]!, 'By [Ada Byron][].\n\n[Ada Byron]: /ada\n'])
    expect(proposeLabels('Grace Hopper', 'https://grace.example/', names)[0]).toBe('Grace Hopper')
  })

  test('that definitions stand below their section, and links are collapsed', () => {
    const house = learnLinkHouse([author[1]!])
    const source = '# A\n\nSee [Long Walks](/walks).\n\n# B\n\nEnd.\n'
    expect(applyEdits(source, toReferences(source, { house }).edits)).toBe(
      '# A\n\nSee [Long Walks][].\n\n[Long Walks]: /walks\n\n# B\n\nEnd.\n',
    )
  })
})

test('Who writes no references teaches nothing', () => {
  expect(learnLinkHouse(['[a](/b)\n'])).toBe(plainHouse)
})
