import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const cli = resolve(import.meta.dirname, '../../../electron/hosts/cli/main.ts')
const post = '_posts/2015-07-04-talk.md'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('lectern export and undo-export', () => {
  let folder: string
  let repo: TestRepository

  beforeEach(() => {
    folder = realpathSync(temporaryFolder())
    repo = makeRepository(join(folder, 'blog'), {
      '_config.yml': 'title: A blog\n',
      '_layouts/post.html': '{{ content }}',
    })
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n\nThanks.\n')
  })

  const lectern = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: repo.root,
      env: { ...(plainGit.env as NodeJS.ProcessEnv), LECTERN_HOME: join(folder, 'home') },
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  const json = (...args: readonly string[]): unknown => JSON.parse(lectern(...args, '--json').stdout)

  test('the plan, the receipt and the undo, as scripts read them', () => {
    const plan = {
      repo: repo.root,
      branch: 'main',
      operations: [{ type: 'write', path: post, diff: expect.stringContaining('+title: The talk') }],
      commit: { message: 'Add post: The talk', paths: [post] },
      urls: ['/2015/07/04/talk.html'],
      findings: [],
    }
    expect(json('export', post, '--dry-run')).toMatchObject(plan)
    expect(repo.git('status', '--porcelain')).toBe('?? _posts/')
    const receipt = json('export', post)
    const head = repo.git('rev-parse', 'HEAD')
    expect(receipt).toMatchObject({
      ...plan,
      done: true,
      commit_id: head,
      pushed: false,
      undo_id: expect.any(String),
    })
    expect(json('export', post)).toMatchObject({
      operations: [],
      commit: null,
      done: true,
      commit_id: null,
      undo_id: null,
    })
    expect(json('undo-export')).toMatchObject({ done: true, operations: [{ path: post }] })
    expect(repo.git('status', '--porcelain')).toBe('?? _posts/')
    expect(json('undo-export')).toMatchObject({ error: { code: 'export.nothing-to-undo' } })
  })

  test('errors among the findings stop it, with exit 1, until overruled', () => {
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n\n{% nothing %}\n')
    const refused = lectern('export', post, '--json')
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'export.stopped' } })
    expect(repo.git('log', '--oneline').split('\n')).toHaveLength(1)
    expect(lectern('export', post, '--anyway').status).toBe(0)
    expect(repo.git('log', '--oneline').split('\n')).toHaveLength(2)
  })

  test('a push that cannot go through is said, and the commit stands', () => {
    repo.git('remote', 'add', 'origin', 'http://127.0.0.1:9/blog.git')
    const pushed = lectern('export', post, '--push', '--json')
    expect(pushed.status).toBe(0)
    expect(JSON.parse(pushed.stdout)).toMatchObject({
      done: true,
      pushed: 'queued',
      commit_id: repo.git('rev-parse', 'HEAD'),
    })
    expect(pushed.stderr).toContain('not on the site yet')
  })

  test('wrong use is told from a refusal', () => {
    expect(lectern('export').status).toBe(2)
    expect(lectern('export', post, '--nonsense').status).toBe(2)
  })

  test('a file that is not there is what a refusal speaks of', () => {
    for (const args of [
      ['export', '/nowhere/at/all.md'],
      ['export', '_posts/none.md'],
      ['export', join(folder, 'nowhere.md'), '--to', '.'],
      ['links', '/nowhere/at/all.md'],
    ]) {
      const refused = lectern(...args, '--json')
      expect(refused.status).toBe(1)
      expect(JSON.parse(refused.stdout)).toEqual({
        error: { code: 'post.not-found', message: expect.stringMatching(/^There is no file .*\.md\./) },
      })
    }
  })
})
