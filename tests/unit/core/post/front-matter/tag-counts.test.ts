import { expect, test } from 'vitest'
import { countTags } from '../../../../../core/post/front-matter/tag-counts.ts'

const post = (tags: string): string => `---\ntags: ${tags}\n---\n`

test('counts tags over all posts, in every form, and shows spellings of the same word', () => {
  const posts = [
    post('[ocaml, ocaml-labs]'),
    post('\n- ocaml\n- OCamlLabs'),
    post('ocaml talks'),
    post('[Talk]'),
    post('\n  a: 1'),
    'No front matter.',
  ]
  expect(countTags(posts, 'tags')).toEqual([
    { name: 'ocaml', count: 3, near: [] },
    { name: 'ocaml-labs', count: 1, near: ['OCamlLabs'] },
    { name: 'OCamlLabs', count: 1, near: ['ocaml-labs'] },
    { name: 'Talk', count: 1, near: ['talks'] },
    { name: 'talks', count: 1, near: ['Talk'] },
  ])
})
