import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import type { GatherRequest } from '../../../electron/services/export-request.ts'
import { publishStateOf } from '../../../electron/services/export-publish-state.ts'
import { applyExport } from '../../../electron/services/export-runner.ts'
import { undoExport } from '../../../electron/services/export-undo.ts'
import { findRepository } from '../../../electron/services/git-repository.ts'
import { gitStates } from '../../../electron/services/git-states.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const post = '_posts/2015-07-04-unikernels.md'
const source = '---\ntitle: Unikernels in practice\n---\n\nThanks for coming.\n'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('exporting posts that lie in their repository', () => {
  let repo: TestRepository
  let request: GatherRequest

  beforeEach(() => {
    const folder = realpathSync(temporaryFolder())
    repo = makeRepository(join(folder, 'blog'), {
      '_config.yml': 'title: A blog\n',
      '_posts/2014-01-01-old.md': '---\ntitle: Old\n---\n\nOld words.\n',
      'notes.txt': 'one\n',
      'other.txt': 'two\n',
    })
    request = { posts: [join(repo.root, post)], commit: true, stateFolder: join(folder, 'state') }
  })

  const records = (): string => join(repo.root, '.git', 'lectern')
  const repository = () => findRepository(plainGit, repo.root)

  /** Everything that is not ours to change: what is staged, what is edited, what lies about. */
  const others = (): string =>
    repo.git('status', '--porcelain=v2', '--untracked-files=all', '--', '.', `:(exclude)${post}`)

  test('commits the post and what it uses, and nothing else', async () => {
    repo.write(post, `${source}\n![Slides](/images/title.png) [paper](/papers/uni%20kernels.pdf)\n`)
    repo.write('images/title.png', Buffer.from([0x89, 0x50, 0, 1]))
    repo.write('images/unused.png', Buffer.from([0x89, 0x50, 0, 2]))
    repo.write('papers/uni kernels.pdf', Buffer.from('%PDF-1.4 \0'))
    repo.write('notes.txt', 'one, edited\n')
    repo.write('other.txt', 'two, staged\n')
    repo.git('add', 'other.txt')
    repo.write('other.txt', 'two, staged, then edited\n')

    const prepared = await gatherExport(plainGit, request)
    expect(prepared.plan).toMatchObject({
      repo: repo.root,
      branch: 'main',
      commit: {
        message: 'Add post: Unikernels in practice',
        paths: [post, 'images/title.png', 'papers/uni kernels.pdf'],
      },
    })
    expect(prepared.plan.operations.map(({ type, path }) => [type, path])).toEqual([
      ['write', post],
      ['write', 'images/title.png'],
      ['write', 'papers/uni kernels.pdf'],
    ])
    expect(prepared.plan.operations[0]?.diff).toContain('+title: Unikernels in practice')

    const receipt = await applyExport(plainGit, prepared)
    expect(receipt).toMatchObject({ done: true, commit_id: repo.git('rev-parse', 'HEAD'), pushed: false })
    expect(repo.git('show', '--format=%an <%ae>|%B', '--name-only', 'HEAD')).toBe(
      `Ada Writer <ada@example.org>|Add post: Unikernels in practice\n\n\n${post}\nimages/title.png\npapers/uni kernels.pdf`,
    )
    expect(repo.git('status', '--porcelain')).toBe(' M notes.txt\nMM other.txt\n?? images/unused.png')
    expect(repo.git('show', ':other.txt')).toBe('two, staged')
  })

  test('undo takes the commit back and leaves the post as it was: not committed yet', async () => {
    repo.write(post, source)
    repo.write('other.txt', 'two, staged\n')
    repo.git('add', 'other.txt')
    const before = [
      repo.git('status', '--porcelain'),
      repo.git('ls-files', '--stage'),
      repo.git('rev-parse', 'HEAD'),
    ]
    await applyExport(plainGit, await gatherExport(plainGit, request))
    const undone = await undoExport(plainGit, records(), await repository())
    expect(undone).toMatchObject({ done: true, commit_id: null })
    expect([
      repo.git('status', '--porcelain'),
      repo.git('ls-files', '--stage'),
      repo.git('rev-parse', 'HEAD'),
    ]).toEqual(before)
    expect(repo.read(post)).toBe(source)
  })

  test('undo of a commit that is not the newest any more is a commit', async () => {
    repo.write(post, source)
    await applyExport(plainGit, await gatherExport(plainGit, request))
    repo.write('notes.txt', 'later\n')
    repo.git('commit', '-q', '-m', 'Later', '--', 'notes.txt')
    const undone = await undoExport(plainGit, records(), await repository())
    expect(undone.commit_id).toBe(repo.git('rev-parse', 'HEAD'))
    expect(repo.git('log', '-1', '--format=%s')).toBe('Revert "Add post: Unikernels in practice"')
    expect(repo.git('diff', '--name-status', 'HEAD~3', 'HEAD')).toBe('M\tnotes.txt')
    expect(repo.git('status', '--porcelain')).toBe(`?? ${post}`)
    expect(repo.read(post)).toBe(source)
    await expect(undoExport(plainGit, records(), await repository())).rejects.toMatchObject({
      code: 'export.nothing-to-undo',
    })
  })

  test('what is staged of the post comes back with undo', async () => {
    repo.write(post, source)
    repo.git('add', post)
    repo.write(post, `${source}More.\n`)
    const before = repo.git('ls-files', '--stage')
    await applyExport(plainGit, await gatherExport(plainGit, request))
    expect(repo.git('show', `HEAD:${post}`)).toBe(`${source}More.`)
    await undoExport(plainGit, records(), await repository())
    expect(repo.git('ls-files', '--stage')).toBe(before)
    expect(repo.read(post)).toBe(`${source}More.\n`)
  })

  test('a post announced with git add -N is announced again after undo', async () => {
    repo.write(post, source)
    repo.git('add', '-N', post)
    const before = repo.git('status', '--porcelain=v2')
    await applyExport(plainGit, await gatherExport(plainGit, request))
    expect(repo.git('status', '--porcelain')).toBe('')
    await undoExport(plainGit, records(), await repository())
    expect(repo.git('status', '--porcelain=v2')).toBe(before)
  })

  test('a post exported as it is committed gives an empty plan and no commit', async () => {
    const prepared = await gatherExport(plainGit, {
      ...request,
      posts: [join(repo.root, '_posts/2014-01-01-old.md')],
    })
    expect(prepared.plan).toMatchObject({ operations: [], commit: null })
    const head = repo.git('rev-parse', 'HEAD')
    expect(await applyExport(plainGit, prepared)).toMatchObject({
      done: true,
      commit_id: null,
      undo_id: null,
    })
    expect(repo.git('rev-parse', 'HEAD')).toBe(head)
  })

  test('a renamed post is followed: the old file goes in the same commit', async () => {
    repo.git('rm', '-q', '--cached', '_posts/2014-01-01-old.md')
    repo.git('reset', '-q')
    const text = repo.read('_posts/2014-01-01-old.md')
    repo.write('_posts/2014-01-02-older.md', `${text}And one more line.\n`)
    const { rmSync } = await import('node:fs')
    rmSync(join(repo.root, '_posts/2014-01-01-old.md'))
    const prepared = await gatherExport(plainGit, {
      ...request,
      posts: [join(repo.root, '_posts/2014-01-02-older.md')],
    })
    expect(prepared.plan.operations).toMatchObject([
      { type: 'move', from: '_posts/2014-01-01-old.md', path: '_posts/2014-01-02-older.md' },
    ])
    await applyExport(plainGit, prepared)
    expect(repo.git('status', '--porcelain')).toBe('')
    await undoExport(plainGit, records(), await repository())
    expect(repo.git('status', '--porcelain')).toBe(
      ' D _posts/2014-01-01-old.md\n?? _posts/2014-01-02-older.md',
    )
  })

  test('what was committed together last time is offered again, and travels along when asked for', async () => {
    repo.write('talks.md', '---\ntitle: Talks\n---\n\n* Unikernels\n')
    repo.write(post, source)
    repo.git('add', '-A')
    repo.git('commit', '-q', '-m', 'Add the talk and list it')
    repo.write(post, `${source}More.\n`)
    repo.write('talks.md', `${repo.read('talks.md')}* Another\n`)
    repo.write('notes.txt', 'edited too\n')
    const alone = await gatherExport(plainGit, request)
    expect(alone.plan).toMatchObject({ commit: { paths: [post] }, companions: ['talks.md'] })
    const both = await gatherExport(plainGit, {
      ...request,
      posts: [...request.posts, join(repo.root, 'talks.md')],
    })
    expect(both.plan).toMatchObject({ commit: { paths: [post, 'talks.md'] }, companions: [] })
    await applyExport(plainGit, both)
    expect(repo.git('status', '--porcelain')).toBe(' M notes.txt')
  })

  test('a draft is committed as a draft', async () => {
    repo.write('_drafts/idea.md', '---\ntitle: An idea\n---\n\nNot yet.\n')
    const { plan } = await gatherExport(plainGit, { ...request, posts: [join(repo.root, '_drafts/idea.md')] })
    expect(plan).toMatchObject({
      commit: { message: 'Add draft: An idea', paths: ['_drafts/idea.md'] },
      pages: [{ path: '_drafts/idea.md', visible: false }],
      findings: [],
    })
  })

  test('hooks run, and what they refuse changes nothing', async () => {
    repo.write(post, source)
    repo.write('other.txt', 'two, staged\n')
    repo.git('add', 'other.txt')
    const before = [repo.git('status', '--porcelain=v2', '-uall'), repo.git('rev-parse', 'HEAD')]
    repo.hook('pre-commit', 'git diff --cached --name-only >&2; echo "Spell the title right." >&2; exit 1')
    await expect(applyExport(plainGit, await gatherExport(plainGit, request))).rejects.toMatchObject({
      code: 'git.hook-failed',
      message: expect.stringContaining(`${post} Spell the title right.`),
    })
    expect([repo.git('status', '--porcelain=v2', '-uall'), repo.git('rev-parse', 'HEAD')]).toEqual(before)
  })

  test('what a hook adds to the commit is in it, and the writer’s index knows', async () => {
    repo.write(post, source)
    repo.hook(
      'pre-commit',
      `printf 'formatted\\n' >> ${post}; printf 'made\\n' > made.txt; git add ${post} made.txt`,
    )
    await applyExport(plainGit, await gatherExport(plainGit, request))
    expect(repo.git('show', `HEAD:${post}`)).toBe(`${source}formatted`)
    expect(repo.git('status', '--porcelain')).toBe('')
    await undoExport(plainGit, records(), await repository())
    expect(repo.read(post)).toBe(source)
    expect(repo.git('status', '--porcelain')).toBe(`?? ${post}\n?? made.txt`)
  })

  test('refuses a plan the disk has moved away from', async () => {
    repo.write(post, source)
    const prepared = await gatherExport(plainGit, request)
    repo.write(post, `${source}Typed meanwhile.\n`)
    await expect(applyExport(plainGit, prepared)).rejects.toMatchObject({ code: 'export.plan-stale' })
    repo.write(post, source)
    repo.git('commit', '-q', '--allow-empty', '-m', 'Meanwhile')
    await expect(applyExport(plainGit, prepared)).rejects.toMatchObject({ code: 'export.plan-stale' })
    expect(others()).toBe('')
  })

  test('says of each file whether it is edited, untracked or committed and not pushed', async () => {
    const remote = realpathSync(temporaryFolder())
    repo.git('init', '-q', '--bare', remote)
    repo.git('remote', 'add', 'origin', remote)
    repo.git('push', '-q', '-u', 'origin', 'main')
    repo.write(post, source)
    await applyExport(plainGit, await gatherExport(plainGit, request))
    repo.write('notes.txt', 'edited\n')
    repo.write('new file.txt', 'new\n')
    expect([...(await gitStates(plainGit, (await repository())!))].toSorted()).toEqual([
      [post, 'committed-not-pushed'],
      ['new file.txt', 'untracked'],
      ['notes.txt', 'edited'],
    ])
    expect(await publishStateOf(plainGit, records(), await repository())).toMatchObject({
      ahead: 1,
      lastExport: { summary: 'Add post: Unikernels in practice' },
    })
    repo.git('push', '-q')
    expect(await publishStateOf(plainGit, records(), await repository())).toMatchObject({ ahead: 0 })
  })

  test('undo of a pushed export is a commit, never a moved branch', async () => {
    const remote = realpathSync(temporaryFolder())
    repo.git('init', '-q', '--bare', remote)
    repo.git('remote', 'add', 'origin', remote)
    repo.write(post, source)
    await applyExport(plainGit, await gatherExport(plainGit, request))
    repo.git('push', '-q', '-u', 'origin', 'main')
    const pushed = repo.git('rev-parse', 'HEAD')
    await undoExport(plainGit, records(), await repository())
    expect(repo.git('rev-parse', 'HEAD^')).toBe(pushed)
    expect(repo.git('status', '--porcelain')).toBe(`?? ${post}`)
  })
})
