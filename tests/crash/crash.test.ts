import { expect, test } from 'vitest'
import { crash } from './rig.ts'

/** A taste of `npm run crash`, which goes on for thousands of runs. */
const runs = process.env['CI'] ? 200 : 20

// What is lost once is lost: this is never tried again until it passes.
test(
  'a service killed again and again while a writer types loses and tears nothing, and overwrites nothing twice',
  { timeout: 1_800_000, retry: 0 },
  async () => {
    const first = await playUntilKilled()
    // A known gap, told in the README: about once in 4,000 kills a line is lost that another program writes in the
    // microseconds between our look at the file and our rename. Twice in a row would be another fault.
    const { faults, complaints } = first.faults.overwritten > 0 ? await playUntilKilled() : first
    expect(complaints).toEqual([])
    expect(faults.overwritten).toBe(0)
  },
)

async function playUntilKilled() {
  const seed = Date.now() % 1_000_000
  const result = await crash({ runs, seed })
  const { overwritten: _, ...unforgivable } = result.faults
  expect(unforgivable, `seed ${seed}: ${result.complaints.join('\n')}`).toEqual({
    lost: 0,
    torn: 0,
    falseSaved: 0,
  })
  expect(result.runs).toBe(runs)
  return result
}
