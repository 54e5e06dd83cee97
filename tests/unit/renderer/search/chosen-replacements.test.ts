import { expect, test } from 'vitest'
import {
  choose,
  chosenReplacements,
  countSentence,
  matchKey,
} from '../../../../renderer/search/chosen-replacements.ts'

const excerpt = { line: 1, excerpt: 'tape', excerptFrom: 0, excerptTo: 4 }
const first = { from: 0, to: 4, insert: 'disk', ...excerpt }
const second = { from: 9, to: 13, insert: 'disk', ...excerpt }
const posts = [
  { path: '_posts/a.md', version: 'v1', matches: [first, second] },
  { path: '_posts/b.md', version: 'v2', matches: [first] },
]

test('what was left out is not replaced, and a post with nothing chosen is not touched', () => {
  const leftOut = choose(new Set(), [matchKey('_posts/a.md', first), matchKey('_posts/b.md', first)], false)
  expect(chosenReplacements(posts, leftOut)).toEqual([
    { path: '_posts/a.md', baseVersion: 'v1', edits: [{ from: 9, to: 13, insert: 'disk' }] },
  ])
})

test('what is taken back into the choice is replaced again', () => {
  const key = matchKey('_posts/b.md', first)
  const leftOut = choose(choose(new Set(), [key], false), [key], true)
  expect(chosenReplacements(posts, leftOut).map(({ path }) => path)).toEqual(['_posts/a.md', '_posts/b.md'])
})

test('a search without a replacement changes nothing', () => {
  const { insert: _, ...plain } = first
  expect(chosenReplacements([{ path: 'a.md', version: 'v', matches: [plain] }], new Set())).toEqual([])
})

test('one place is not spoken of as many', () => {
  expect(countSentence(1, 1)).toBe('1 place in 1 post')
  expect(countSentence(3, 2)).toBe('3 places in 2 posts')
})
