import { expect, test } from 'vitest'
import { findTargets, indexTargets } from '../../../../../core/post/index.ts'

const index = indexTargets(
  (
    [
      ['Tapes in winter', ['Why tapes', 'Cold rooms']],
      ['Disks', ['Why disks', 'Crème de la tape']],
      ['Robots', ['Arms']],
    ] as const
  ).map(([title, headings]) => ({
    path: `${title}.md`,
    url: `/${title}/`,
    title,
    headings: headings.map((text, at) => ({ text, line: at + 5 })),
  })),
)

function found(typed: string, limit = 10) {
  const { documents, headings } = findTargets(typed, index, limit)
  return [
    documents.map(({ title }) => title).join(', '),
    headings.map(({ title, heading }) => `${title} → ${heading?.text}`).join(', '),
  ]
}

test.each([
  ['tape', 'Tapes in winter', 'Tapes in winter → Why tapes, Disks → Crème de la tape'],
  ['creme', '', 'Disks → Crème de la tape'],
  ['winter cold', '', 'Tapes in winter → Cold rooms'],
  ['winter', 'Tapes in winter', ''],
  ['winter #', '', 'Tapes in winter → Why tapes, Tapes in winter → Cold rooms'],
  ['winter # why', '', 'Tapes in winter → Why tapes'],
  ['#arm', '', 'Robots → Arms'],
  ['disk → why', '', 'Disks → Why disks'],
  ['why robots', '', ''],
  ['', '', ''],
])('“%s” leads to posts and headings', (typed, documents, headings) => {
  expect(found(typed)).toEqual([documents, headings])
})

test('no more are found than are asked for', () => {
  expect(found('w', 1)).toEqual(['Tapes in winter', 'Tapes in winter → Why tapes'])
})
