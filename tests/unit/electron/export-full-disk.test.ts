import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LecternError } from '../../../core/errors.ts'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import { applyExport } from '../../../electron/services/export-runner.ts'
import { makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { canMount, fill, smallDisk } from '../../support/small-disk.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const place = '_posts/2015-07-04-talk.md'
const old = `---\ntitle: The talk\n---\n\n${'Old words.\n'.repeat(2_000)}`

/** From nothing at all to enough, so that the disk is full at one step after the other. */
const roomKilobytes = [0, 4, 12, 24, 40, 56, 72, 96, 128, 400]

// Only root may mount a small disk; CI runs as root.
describe.skipIf(!available('git') || !canMount)(
  'on a full disk an export is whole or has not happened',
  () => {
    test.each(roomKilobytes)('with %i KB left', async kilobytes => {
      const disk = smallDisk(3_000_000)
      const repo = makeRepository(join(disk, 'blog'), { '_config.yml': 'title: A blog\n', [place]: old })
      const source = join(temporaryFolder(), '2015-07-04-talk.md')
      writeFileSync(source, old.replaceAll('Old', 'New'))
      const prepared = await gatherExport(plainGit, {
        posts: [source],
        to: repo.root,
        commit: true,
        stateFolder: join(disk, 'state'),
      })
      leave(disk, kilobytes)
      const outcome = await applyExport(plainGit, prepared).catch((error: unknown) => error)
      rmSync(join(disk, 'filler'), { force: true })
      const after = {
        text: repo.read(place) === old ? 'old' : 'new',
        commits: repo.git('log', '--oneline').split('\n').length,
        status: repo.git('status', '--porcelain'),
        beside: readdirSync(join(repo.root, '_posts')),
      }
      if (outcome instanceof LecternError) {
        expect(outcome.message).toMatch(/\S/)
        expect(after).toEqual({ text: 'old', commits: 1, status: '', beside: ['2015-07-04-talk.md'] })
      } else {
        expect(outcome).toMatchObject({ done: true })
        expect(after).toEqual({ text: 'new', commits: 2, status: '', beside: ['2015-07-04-talk.md'] })
      }
      if (kilobytes === 0) expect(outcome).toBeInstanceOf(LecternError)
      if (kilobytes === roomKilobytes.at(-1)) expect(outcome).toMatchObject({ done: true })
      expect(readFileSync(source, 'utf8')).toBe(old.replaceAll('Old', 'New'))
    })
  },
)

/** Fills the disk but for so much. */
function leave(disk: string, kilobytes: number): void {
  const filler = fill(disk)
  const { size } = { size: Number(execFileSync('stat', ['-c', '%s', filler]).toString()) }
  execFileSync('truncate', ['-s', String(size - kilobytes * 1024), filler])
}
