import { expect, test } from 'vitest'
import { crash } from './rig.ts'

/** A taste of `npm run crash`, which goes on for thousands of runs. */
test('a service killed again and again while a writer types loses, tears and overwrites nothing', async () => {
  const { runs, faults, complaints } = await crash({ runs: 20, seed: Date.now() % 1_000_000 })
  expect(complaints).toEqual([])
  expect(faults).toEqual({ lost: 0, torn: 0, overwritten: 0, falseSaved: 0 })
  expect(runs).toBe(20)
}, 300_000)
