import { expect, test } from 'vitest'
import { copyPathOf, draftPathOf, postPathOf, renamedPath } from '../../../../core/post/index.ts'

test.each([
  ['_posts/2024-04-03-a-tape.md', '_drafts/a-tape.md'],
  ['en/_posts/talks/2024-04-03-a-tape.markdown', 'en/_drafts/talks/a-tape.markdown'],
  ['about/index.md', undefined],
])('%s becomes the draft %s', (post, draft) => {
  expect(draftPathOf(post)).toBe(draft)
})

test.each([
  ['_drafts/a-tape.md', '_posts/2026-07-14-a-tape.md'],
  ['_wip/a-tape.md', '_posts/2026-07-14-a-tape.md'],
  ['a-tape.md', undefined],
])('%s becomes the post %s', (draft, post) => {
  expect(postPathOf(draft, '2026-07-14')).toBe(post)
})

test('A copy gets the first free number', () => {
  expect(copyPathOf('_posts/2024-04-03-a.md', new Set(['_posts/2024-04-03-a-2.md']))).toBe(
    '_posts/2024-04-03-a-3.md',
  )
})

test('Another day or slug changes that part of the name alone', () => {
  expect(renamedPath('_posts/2024-04-03-a.md', { slug: 'b' })).toBe('_posts/2024-04-03-b.md')
  expect(renamedPath('_posts/2024-04-03-a.md', { date: '2024-04-05' })).toBe('_posts/2024-04-05-a.md')
})
