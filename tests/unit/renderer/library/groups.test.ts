import { expect, test } from 'vitest'
import type { PostSummary } from '../../../../core/contract/index.ts'
import { filterPosts, groupPosts } from '../../../../renderer/library/groups.ts'

const posts: readonly PostSummary[] = [
  post('post', '_posts/2016-05-25-gluecon.md', 'Unikernels at GlueCon', '2016-05-25T10:00:00-06:00'),
  { ...post('draft', '_drafts/codemesh.md', 'Improving the state of the art'), git: 'untracked' },
  post('post', '_posts/2015-07-04-polyconf.md', 'Unikernels at PolyConf', '2015-07-04T00:00:00+00:00'),
  post('page', 'about/index.md', 'About'),
]

function post(kind: PostSummary['kind'], path: string, title: string, date?: string): PostSummary {
  const state = kind === 'draft' ? 'draft' : 'published'
  return { kind, path, title, state, version: '1', ...(date !== undefined && { date }) }
}

test('lists drafts, then posts, then pages, each in the order given', () => {
  expect(groupPosts(posts).map(group => [group.label, group.posts.map(({ path }) => path)])).toEqual([
    ['Drafts', ['_drafts/codemesh.md']],
    ['Posts', ['_posts/2016-05-25-gluecon.md', '_posts/2015-07-04-polyconf.md']],
    ['Pages', ['about/index.md']],
  ])
})

test.each([
  ['words of the title', 'uni poly', ['_posts/2015-07-04-polyconf.md']],
  ['a year', '2016', ['_posts/2016-05-25-gluecon.md']],
  ['the path', 'about/', ['about/index.md']],
  ['the state', 'draft', ['_drafts/codemesh.md']],
  ['the state of git, as its badge says', 'new', ['_drafts/codemesh.md']],
  ['what is not saved', 'unsaved', ['about/index.md']],
  ['nothing typed', '  ', posts.map(({ path }) => path)],
])('finds by %s', (_, typed, paths) => {
  expect(filterPosts(posts, typed, new Set(['about/index.md'])).map(({ path }) => path)).toEqual(paths)
})
