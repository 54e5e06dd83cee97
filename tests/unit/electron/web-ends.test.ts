import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom } from '../../support/random.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const project = join(import.meta.dirname, '../../..')
const starts = 30
const latestEndMs = 1_500
const patienceMs = 5_000
const atOnce = 3

test('lectern web ends within five seconds, at whatever moment it is asked to', async () => {
  const seed = Date.now() % 1_000_000
  const random = seededRandom(seed)
  const folder = blog()
  const moments = Array.from({ length: starts }, () => random.whole(latestEndMs)).values()
  const late: string[] = []
  const endSome = async (): Promise<void> => {
    for (const moment of moments) {
      const tookMs = await endAfter(moment, folder)
      if (tookMs > patienceMs) late.push(`asked after ${moment} ms, took ${Math.round(tookMs)} ms`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, endSome))
  expect(late, `seed ${seed}`).toEqual([])
}, 240_000)

test('lectern web ends while its page goes on asking', async () => {
  const folder = blog()
  for (const moment of [0, 20, 200]) {
    const tookMs = await endAfter(moment, folder, askForEver)
    expect(tookMs, `asked ${moment} ms after its address`).toBeLessThan(patienceMs)
  }
}, 60_000)

/**
 * Starts the host, asks it to end after a while, and says how long that took.
 *
 * @param onAddress where it is given, the while begins when the address is printed
 */
async function endAfter(
  moment: number,
  folder: string,
  onAddress?: (address: string, child: ChildProcess) => void,
): Promise<number> {
  const child = spawn(process.execPath, [join(project, 'out/cli.mjs'), 'web', folder, '--no-open'], {
    env: { ...process.env, LECTERN_HOME: temporaryFolder('home') },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  if (onAddress) {
    const [address] = (await once(child.stdout, 'data')) as [Buffer]
    onAddress(address.toString().trim(), child)
  }
  await wait(moment)
  const asked = performance.now()
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 2 * patienceMs)
  await ended
  clearTimeout(impatient)
  return performance.now() - asked
}

function askForEver(address: string, child: ChildProcess): void {
  const { origin, hash } = new URL(address)
  const headers = {
    authorization: `Bearer ${hash.slice('#token='.length)}`,
    'content-type': 'application/json',
  }
  const ask = async (): Promise<void> => {
    while (child.exitCode === null && child.signalCode === null)
      // Refused once it ends.
      await fetch(`${origin}/api/listPosts`, { method: 'POST', headers, body: '[]' }).catch(() => wait(1))
  }
  for (let asking = 0; asking < 8; asking++) void ask()
}

function blog(): string {
  const folder = temporaryFolder('blog')
  for (let year = 2001; year <= 2020; year++) {
    mkdirSync(join(folder, '_posts', String(year)), { recursive: true })
    writeFileSync(join(folder, '_posts', String(year), `${year}-01-01-talk.md`), '---\ntitle: Talk\n---\n')
  }
  return folder
}
