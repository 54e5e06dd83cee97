import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withDeadline } from '../fuzz/deadline.ts'
import { available } from '../support/needs.ts'
import { startBuildOracle } from '../support/oracle-build.ts'
import { temporaryFolder } from '../support/temporary.ts'

test('A task whose promise is lost counts as hung, and one that throws as failed', async () => {
  expect(await withDeadline(() => new Promise(() => undefined), 20)).toEqual({ type: 'hung', afterMs: 20 })
  const error = new Error('no')
  expect(await withDeadline(() => Promise.reject(error), 5_000)).toEqual({ type: 'failed', error })
  expect(await withDeadline(() => sleep(1), 5_000)).toEqual({ type: 'done' })
})

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!available('jekyll'))('A Ruby that was ended between two builds is started anew', async () => {
  const top = temporaryFolder()
  const source = join(top, 'blog')
  mkdirSync(source)
  writeFileSync(join(source, 'index.md'), '---\n---\n\nWelcome.\n')
  const oracle = startBuildOracle()
  try {
    const first = await oracle.build({ source, destination: join(top, 'one') })
    process.kill(oracle.pid()!, 'SIGKILL')
    await expect.poll(() => oracle.pid()).toBe(undefined)
    const second = await oracle.build({ source, destination: join(top, 'two') })
    expect([first.ok, second.ok]).toEqual([true, true])
  } finally {
    oracle.close()
  }
})
