import { expect, test } from 'vitest'
import { findProblems } from '../../../../../core/post/index.ts'

function codes(source: string, postDate?: string): readonly string[] {
  return findProblems(source, { postDate })
    .map(problem => problem.code)
    .filter(code => code.startsWith('post.'))
}

test.each([
  ['only words', 'Only words.\n', ['post.no-front-matter']],
  ['nothing at all', '', ['post.no-front-matter']],
  ['a line across and words', '---\n\nOnly words.\n', ['post.no-front-matter']],
  ['front matter that does not end', '---\ntitle: Endless\n\nWords.\n', ['post.endless-front-matter']],
  ['a comment first, and no end', '---\n# mine\ntitle: Endless\n', ['post.endless-front-matter']],
  ['empty front matter', '---\n---\nWords.\n', []],
  ['front matter', '---\ntitle: Whole\n---\nWords.\n', []],
])('A post with %s', (_, source, expected) => {
  expect(codes(source, '2024-05-06')).toEqual(expected)
})

test('A page without front matter is none of Jekyll’s business', () => {
  expect(codes('Only words.\n')).toEqual([])
})
