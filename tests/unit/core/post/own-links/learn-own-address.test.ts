import { expect, test } from 'vitest'
import { learnOwnAddress, linkFactsOf } from '../../../../../core/post/index.ts'

const site = { url: 'https://talks.example', baseurl: '/notes' }
const disks = { path: '_posts/2021-05-04-small-disks.md', url: '/2021/05/04/small-disks/' }
const tapes = { path: '_posts/2022-01-02-tapes.md', url: '/2022/01/02/tapes/' }
const page = { path: '_people/ada.md', url: '/people/ada.html' }
const documents = [tapes, disks, page]

function learned(...posts: readonly string[]) {
  return learnOwnAddress(
    posts.map((source, index) => linkFactsOf(`${index}.md`, source)),
    documents,
    site,
  )
}

test.each([
  ['[a]({% post_url 2021-05-04-small-disks %})', '{% post_url 2022-01-02-tapes %}'],
  [
    '[a]({{ site.baseurl }}{% post_url 2021-05-04-small-disks %})',
    '{{ site.baseurl }}{% post_url 2022-01-02-tapes %}',
  ],
  ['[a]({% link _posts/2021-05-04-small-disks.md %}#b)', '{% link _posts/2022-01-02-tapes.md %}'],
  [
    '[a][b]\n\n[b]: https://talks.example/notes/2021/05/04/small-disks',
    'https://talks.example/notes/2022/01/02/tapes',
  ],
  ['[a](/notes/2021/05/04/small-disks/)', '/notes/2022/01/02/tapes/'],
  ["[a]({{ '/2021/05/04/small-disks/' | absolute_url }})", "{{ '/2022/01/02/tapes/' | absolute_url }}"],
])('who links like %s gets it so', (source, wanted) => {
  expect(learned(source)(tapes)).toBe(wanted)
})

test('without a link to learn from, the address stands under the base address', () => {
  expect(learned('[a](https://else.example/)')(tapes)).toBe('/notes/2022/01/02/tapes/')
})

test('a document that is no post gets the other habit of who names posts by tag', () => {
  const address = learned(
    '[a]({% post_url 2021-05-04-small-disks %}) [b]({% post_url 2022-01-02-tapes %}) [c](https://talks.example/notes/people/ada.html)',
  )
  expect([address(disks), address(page)]).toEqual([
    '{% post_url 2021-05-04-small-disks %}',
    'https://talks.example/notes/people/ada.html',
  ])
})

test('what the author does now counts, not what they did in many old posts', () => {
  const now = Array.from({ length: 30 }, () => '[a]({% post_url 2021-05-04-small-disks %})')
  const then = Array.from({ length: 200 }, () => '[a](/notes/2021/05/04/small-disks/)')
  expect(learned(...now, ...then)(tapes)).toBe('{% post_url 2022-01-02-tapes %}')
})
