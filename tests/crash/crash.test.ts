import { expect, test } from 'vitest'
import { crash } from './rig.ts'

/** A taste of `npm run crash`, which goes on for thousands of runs. */
const runs = process.env['CI'] ? 200 : 20

// What is lost once is lost: this is never tried again until it passes.
test(
  'a service killed again and again while a writer types loses, tears and overwrites nothing',
  { timeout: 900_000, retry: 0 },
  async () => {
    const seed = Date.now() % 1_000_000
    const { faults, complaints, runs: done } = await crash({ runs, seed })
    expect(complaints, `seed ${seed}`).toEqual([])
    expect(faults).toEqual({ lost: 0, torn: 0, overwritten: 0, falseSaved: 0 })
    expect(done).toBe(runs)
  },
)
