import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { currentFolder } from '../../../electron/services/export-journal.ts'
import { recoverExport } from '../../../electron/services/export-recovery.ts'
import { findRepository } from '../../../electron/services/git-repository.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const child = resolve(import.meta.dirname, '../../fuzz/export-child.ts')
const cli = resolve(import.meta.dirname, '../../../electron/hosts/cli/main.ts')
const place = '_posts/2015-07-04-talk.md'

// Uses a real git; the process is ended by a signal that Windows does not have.
describe.skipIf(!available('git') || process.platform === 'win32')(
  'after a crash in the middle of an export',
  () => {
    let folder: string
    let repo: TestRepository
    let source: string
    let before: readonly string[]

    beforeEach(() => {
      folder = realpathSync(temporaryFolder())
      repo = makeRepository(join(folder, 'blog'), {
        '_config.yml': 'title: A blog\n',
        [place]: 'old words\n',
        'notes.txt': 'one\n',
      })
      source = join(folder, '2015-07-04-talk.md')
      writeFileSync(source, 'new words\n')
      repo.write('notes.txt', 'staged\n')
      repo.git('add', 'notes.txt')
      before = state()
    })

    const request = () => ({
      posts: [source],
      to: repo.root,
      commit: true,
      stateFolder: join(folder, 'state'),
    })
    const state = (): string[] => [
      repo.git('rev-parse', 'HEAD'),
      repo.git('ls-files', '--stage'),
      repo.git('status', '--porcelain', '-uall'),
      repo.read(place),
    ]
    const recover = async () =>
      recoverExport(plainGit, repo.root, await findRepository(plainGit, repo.root), join(folder, 'state'))

    /** Runs the export until a hook has begun, then kills it; its git too, or not. */
    async function killIn(hook: string, withGit: boolean, rest: string): Promise<void> {
      const marker = join(folder, 'hook-runs')
      repo.hook(hook, `echo $PPID > ${marker}.next; mv ${marker}.next ${marker}; ${rest}`)
      const running = spawn(process.execPath, [child], { stdio: ['pipe', 'ignore', 'ignore'] })
      running.stdin.end(JSON.stringify({ git: plainGit, request: request() }))
      const ended = new Promise(done => running.on('exit', done))
      for (let tries = 0; !existsSync(marker) && tries < 400; tries++) await sleep(50)
      process.kill(running.pid!, 'SIGKILL')
      if (withGit) process.kill(-Number(readFileSync(marker, 'utf8')), 'SIGKILL')
      await ended
      repo.git('config', 'core.hooksPath', '/dev/null')
    }

    test('before the commit: nothing of it is left, and the next start says so', async () => {
      await killIn('pre-commit', true, 'sleep 60')
      expect(repo.read(place)).toBe('new words\n')
      expect(await recover()).toMatchObject({ outcome: 'taken-back', record: { target: repo.root } })
      expect(state()).toEqual(before)
      expect(await recover()).toBeUndefined()
    })

    test('after the commit, before the index knew of it: it is finished', async () => {
      await killIn('post-commit', true, 'sleep 60')
      expect(await recover()).toMatchObject({ outcome: 'finished' })
      expect(repo.git('show', '--format=%s', '--name-only', 'HEAD')).toBe(`Update talk\n\n${place}`)
      expect(repo.git('status', '--porcelain')).toBe('M  notes.txt')
    })

    test('after the commit, while git wrote the new index: what it left behind keeps nobody from finishing', async () => {
      await killIn('post-commit', true, 'sleep 60')
      const current = currentFolder(join(repo.root, '.git/lectern'))
      copyFileSync(join(repo.root, '.git/index'), join(current, 'index.next'))
      for (const left of ['index.next.lock', 'index.lock']) writeFileSync(join(current, left), '')
      expect(await recover()).toMatchObject({ outcome: 'finished' })
      expect(repo.git('status', '--porcelain')).toBe('M  notes.txt')
      expect(existsSync(current)).toBe(false)
    })

    test('a git that outlives us is waited for, and its commit counts', async () => {
      await killIn('pre-commit', false, 'sleep 1')
      expect(await recover()).toMatchObject({ outcome: 'finished' })
      expect(repo.git('log', '--format=%s')).toBe('Update talk\nBegin the blog')
      expect(repo.git('status', '--porcelain')).toBe('M  notes.txt')
    })

    test('the command line clears up, says so, and exports', async () => {
      await killIn('pre-commit', true, 'sleep 60')
      expect(existsSync(currentFolder(join(repo.root, '.git/lectern')))).toBe(true)
      const { status, stderr } = spawnSync(process.execPath, [cli, 'export', source, '--to', repo.root], {
        env: { ...(plainGit.env as NodeJS.ProcessEnv), LECTERN_HOME: join(folder, 'home') },
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, expect.stringContaining('Nothing of it was kept')])
      expect(repo.git('log', '--format=%s')).toBe('Update talk\nBegin the blog')
      expect(repo.git('status', '--porcelain')).toBe('M  notes.txt')
    })
  },
)
