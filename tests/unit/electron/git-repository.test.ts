import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import { applyExport } from '../../../electron/services/export-runner.ts'
import { gitAsInTerminal } from '../../../electron/services/git-environment.ts'
import { findRepository, setIdentity } from '../../../electron/services/git-repository.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const post = '_posts/2015-07-04-unikernels.md'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))(
  'a repository that cannot take an export is left as it is, with a sentence',
  () => {
    let folder: string
    let repo: TestRepository

    beforeEach(() => {
      folder = realpathSync(temporaryFolder())
      repo = makeRepository(join(folder, 'blog'), { '_config.yml': 'title: A blog\n', 'a.txt': 'one\n' })
      repo.write(post, '---\ntitle: Unikernels\n---\n')
    })

    const attempt = async (git = plainGit, options: Partial<Parameters<typeof gatherExport>[1]> = {}) =>
      applyExport(
        git,
        await gatherExport(git, {
          posts: [join(repo.root, post)],
          commit: true,
          stateFolder: join(folder, 'state'),
          ...options,
        }),
      )
    /** Everything of the repository but our own records. */
    const snapshot = (): string =>
      [
        repo.git('for-each-ref'),
        repo.git('status', '--porcelain=v2', '-uall', '--ignored'),
        repo.git('ls-files', '--stage'),
        readdirSync(join(repo.root, '.git'))
          .filter(name => name !== 'lectern')
          .join(' '),
      ].join('\n')
    const branchWithChange = (name: string, text: string): void => {
      repo.git('checkout', '-q', '-b', name)
      repo.write('a.txt', text)
      repo.git('commit', '-q', '-am', name)
    }

    const troubles: readonly (readonly [string, string, () => void])[] = [
      ['in the middle of a merge', 'git.mid-operation', () => conflictBy('merge')],
      ['in the middle of a rebase', 'git.mid-operation', () => conflictBy('rebase')],
      ['in the middle of a cherry-pick', 'git.mid-operation', () => conflictBy('cherry-pick')],
      ['with no branch checked out', 'git.detached', () => void repo.git('checkout', '-q', '--detach')],
      ['with another program at work', 'git.locked', () => repo.write('.git/index.lock', '')],
      [
        'that does not know who writes',
        'git.no-identity',
        () => void repo.git('config', '--unset', 'user.email'),
      ],
      ['that ignores the post', 'git.ignored', () => repo.write('.gitignore', '_posts/\n')],
    ]

    function conflictBy(command: string): void {
      branchWithChange('side', 'side\n')
      repo.git('checkout', '-q', 'main')
      branchWithChange('mine', 'mine\n')
      try {
        repo.git(command, 'side')
      } catch {
        return // The conflict that was wanted.
      }
      throw new Error(`${command} went through`)
    }

    test.each(troubles)('%s', async (_name, code, bring) => {
      bring()
      const before = snapshot()
      await expect(attempt()).rejects.toMatchObject({ code })
      expect(snapshot()).toBe(before)
    })

    test('without a commit yet', async () => {
      const fresh = makeRepository(join(folder, 'fresh'))
      fresh.write(post, '---\ntitle: First\n---\n')
      await expect(attempt(plainGit, { posts: [join(fresh.root, post)] })).rejects.toMatchObject({
        code: 'git.no-commits',
      })
      expect(existsSync(join(fresh.root, '.git/index'))).toBe(false)
    })

    // Only root may give a file to another user.
    test.skipIf(process.getuid?.() !== 0)('owned by somebody git does not trust', async () => {
      chownSync(repo.root, 12_345, 12_345)
      chownSync(join(repo.root, '.git'), 12_345, 12_345)
      await expect(attempt()).rejects.toMatchObject({
        code: 'git.unsafe-owner',
        message: expect.stringContaining(`git config --global --add safe.directory ${repo.root}`),
      })
    })

    test('a bare one has no files', async () => {
      repo.git('init', '-q', '--bare', join(folder, 'bare.git'))
      await expect(findRepository(plainGit, join(folder, 'bare.git'))).rejects.toMatchObject({
        code: 'git.bare',
      })
    })

    test('no git on the machine is said as that', async () => {
      await expect(attempt({ ...plainGit, program: join(folder, 'no-git-here') })).rejects.toMatchObject({
        code: 'git.missing',
      })
    })

    test('posts that lie in no repository need a target', async () => {
      mkdirSync(join(folder, 'loose'))
      writeFileSync(join(folder, 'loose/talk.md'), 'text')
      await expect(attempt(plainGit, { posts: [join(folder, 'loose/talk.md')] })).rejects.toMatchObject({
        code: 'export.no-target',
      })
    })

    test('a file of the site that is write-protected or a link is not written over', async () => {
      const source = join(folder, '2015-07-05-talk.md')
      writeFileSync(source, 'new\n')
      repo.write('_posts/2015-07-05-talk.md', 'old\n')
      chmodSync(join(repo.root, '_posts/2015-07-05-talk.md'), 0o444)
      const before = snapshot()
      await expect(attempt(plainGit, { posts: [source], to: repo.root })).rejects.toMatchObject({
        code: 'export.read-only',
      })
      expect(snapshot()).toBe(before)
      rmSync(join(repo.root, '_posts'), { recursive: true })
      mkdirSync(join(folder, 'elsewhere'))
      symlinkSync(join(folder, 'elsewhere'), join(repo.root, '_posts'))
      await expect(attempt(plainGit, { posts: [source], to: repo.root })).rejects.toMatchObject({
        code: 'export.symlink',
      })
      expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
    })

    test('the name told for this repository stays in this repository', async () => {
      repo.git('config', '--unset', 'user.name')
      repo.git('config', '--unset', 'user.email')
      await setIdentity(plainGit, (await findRepository(plainGit, repo.root))!, 'Grace', 'grace@example.org')
      await attempt()
      expect(repo.git('log', '-1', '--format=%an <%ae>')).toBe('Grace <grace@example.org>')
      expect(repo.git('config', '--show-origin', 'user.name')).toMatch(/^file:\.git\/config/)
    })

    test('a linked work tree takes an export like any other', async () => {
      repo.git('worktree', 'add', '-q', '-b', 'talks', join(folder, 'linked'))
      mkdirSync(join(folder, 'linked/_posts'))
      writeFileSync(join(folder, 'linked', post), '---\ntitle: Linked\n---\n')
      const receipt = await attempt(plainGit, { posts: [join(folder, 'linked', post)] })
      expect(repo.git('rev-parse', 'talks')).toBe(receipt.commit_id)
      expect(repo.git('-C', join(folder, 'linked'), 'status', '--porcelain')).toBe('')
    })

    test('signing that fails is said, and nothing is committed', async () => {
      repo.git('config', 'commit.gpgSign', 'true')
      repo.git('config', 'gpg.program', '/bin/false')
      const before = snapshot()
      await expect(attempt()).rejects.toMatchObject({
        code: 'git.hook-failed',
        message: expect.stringContaining('sign'),
      })
      expect(snapshot()).toBe(before)
    })
  },
)

describe('git as in the terminal', () => {
  test('what the login shell exports is there, though the app was started without it', async () => {
    const folder = realpathSync(temporaryFolder())
    const shell = join(folder, 'shell')
    writeFileSync(
      shell,
      '#!/bin/sh\necho "Welcome back!"\nexport PATH="$PATH:/opt/hook-tools" SSH_AUTH_SOCK=/run/agent\nwhile [ $# -gt 1 ]; do shift; done\neval "$1"\n',
    )
    chmodSync(shell, 0o755)
    const git = await gitAsInTerminal({ SHELL: shell, PATH: '/usr/bin:/bin:/usr/sbin:/sbin', HOME: folder })
    expect(git.env).toMatchObject({
      PATH: '/usr/bin:/bin:/usr/sbin:/sbin:/opt/hook-tools',
      SSH_AUTH_SOCK: '/run/agent',
      HOME: folder,
    })
  })

  test('a login shell that never answers is not waited for', async () => {
    const folder = realpathSync(temporaryFolder())
    const shell = join(folder, 'shell')
    writeFileSync(shell, '#!/bin/sh\nexec sleep 60\n')
    chmodSync(shell, 0o755)
    const began = Date.now()
    const git = await gitAsInTerminal({ SHELL: shell, PATH: '/usr/bin:/bin' })
    expect(git.env['PATH']).toBe('/usr/bin:/bin')
    expect(Date.now() - began).toBeLessThan(5_000)
  })
})
