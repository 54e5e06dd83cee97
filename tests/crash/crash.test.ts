import { expect, test } from 'vitest'
import { crash } from './rig.ts'

/** A taste of `npm run crash`, which goes on for thousands of runs. */
const runs = process.env['CI'] ? 200 : 20

// What is lost once is lost: this is never tried again until it passes.
test(
  'a service killed again and again while a writer types loses, tears and overwrites nothing',
  { timeout: 1_800_000, retry: 0 },
  async () => {
    const seed = Date.now() % 1_000_000
    const result = await crash({ runs, seed })
    const none = { lost: 0, torn: 0, overwritten: 0, falseSaved: 0 }
    expect(result.faults, `seed ${seed}: ${result.complaints.join('\n')}`).toEqual(none)
    expect(result.runs).toBe(runs)
    expect(result.keptChanges).toBeGreaterThan(runs)
  },
)
