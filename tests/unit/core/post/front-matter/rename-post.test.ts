import { expect, test } from 'vitest'
import { applyEdits } from '../../../../../core/text/index.ts'
import { planRename } from '../../../../../core/post/rename-post.ts'

const path = '_posts/2015-07-04-small-kernels.md'
const source = '---\ntitle: "Small kernels" # mine\ndate: 2015-07-04 13:00:00 +0100\n---\nWords.\n'

test('a slug that followed from the title follows the new one', () => {
  const plan = planRename(source, path, { title: 'Big kernels' })
  expect(plan.path).toBe('_posts/2015-07-04-big-kernels.md')
  expect(applyEdits(source, plan.edits)).toBe(source.replace('Small kernels', 'Big kernels'))
})

test('a slug the writer chose stays', () => {
  expect(planRename(source, '_posts/2015-07-04-kernels.md', { title: 'Big' }).path).toBe(
    '_posts/2015-07-04-kernels.md',
  )
})

test('another day changes the file’s name and the date, its time and offset kept', () => {
  const plan = planRename(source, path, { date: '2015-07-09' })
  expect(plan.path).toBe('_posts/2015-07-09-small-kernels.md')
  expect(applyEdits(source, plan.edits)).toContain('date: 2015-07-09 13:00:00 +0100\n')
})

test('a slug in the front matter follows', () => {
  const slugged = '---\ntitle: A\nslug: small-kernels\n---\n'
  const plan = planRename(slugged, path, { slug: 'kernels' })
  expect(applyEdits(slugged, plan.edits)).toBe('---\ntitle: A\nslug: kernels\n---\n')
})

test('a draft keeps a name without a day', () => {
  expect(planRename(source, '_drafts/small-kernels.md', { date: '2015-07-09' }).path).toBe(
    '_drafts/small-kernels.md',
  )
})
