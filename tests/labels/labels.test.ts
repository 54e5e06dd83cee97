import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blogsFolder, scoreBlogUpdates, scoreTalks } from './labelled.ts'
import { precision, recall } from './score.ts'

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(!existsSync(blogsFolder))('updates of the corpus are told from other text', () => {
  const updates = scoreBlogUpdates(blogsFolder)
  expect([precision(updates) >= 0.95, recall(updates) >= 0.95, updates.misses]).toEqual([
    true,
    true,
    expect.anything(),
  ])
})

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(!existsSync(blogsFolder))('talk posts of the corpus and what they lack are told', () => {
  const { posts, lacks } = scoreTalks(blogsFolder)
  for (const entry of [posts, lacks]) {
    expect(precision(entry)).toBeGreaterThanOrEqual(0.95)
    expect(recall(entry)).toBeGreaterThanOrEqual(0.95)
  }
})
