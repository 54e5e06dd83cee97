import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { sweepOwnLeftovers } from '../../../../electron/services/own-leftovers.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const log = {
  note: (what: string, cause?: unknown) => expect.unreachable(`${what} ${String(cause)}`),
  settled: async () => undefined,
}

/** A folder of Lectern's with a journal, a save that was cut off beside it, and a file of somebody else's. */
function ownFolder() {
  const folder = temporaryFolder()
  const journal = join(folder, 'drafts', 'one.draft')
  const cutOff = join(folder, 'drafts', '.lectern-00000a0123ab.tmp')
  const other = join(folder, 'drafts', '.other.tmp')
  mkdirSync(join(folder, 'drafts'))
  for (const path of [journal, cutOff, other]) writeFileSync(path, 'words')
  return { folder, journal, cutOff, other }
}

test('What a kill left half written among Lectern’s own files goes, and nothing else', async () => {
  const { folder, journal, cutOff, other } = ownFolder()
  const later = () => new Date(Date.now() + 120_000)
  await sweepOwnLeftovers([folder, join(folder, 'missing')], { disk: diskFileSystem, log, now: later })
  expect([journal, cutOff, other].map(path => existsSync(path))).toEqual([true, false, true])
})

test('What is being written just now stays', async () => {
  const { folder, cutOff } = ownFolder()
  await sweepOwnLeftovers([folder], { disk: diskFileSystem, log, now: () => new Date() })
  expect(existsSync(cutOff)).toBe(true)
})
