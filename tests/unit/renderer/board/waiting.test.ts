import { expect, test } from 'vitest'
import type { TalkRow } from '../../../../core/post/index.ts'
import { waiting } from '../../../../renderer/board/next-step.ts'

test.each([
  ['2026-11-22', 'since yesterday'],
  ['2026-11-14', 'for 9 days'],
  ['2026-10-25', 'for 4 weeks'],
  ['2026-06-20', 'for 5 months'],
  ['2025-10-01', 'for a year'],
  ['2023-07-14', 'for 3 years'],
  ['2026-11-23', ''],
])('What is lacking since %s is said as one says it: “%s”', (since, said) => {
  const talk: Partial<TalkRow> = { lacks: ['video'], since }
  expect(waiting(talk as TalkRow, '2026-11-23')).toBe(said)
})
