import { existsSync, realpathSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import { type AddressInfo, type Server as TcpServer, createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { pushBranch } from '../../../electron/services/export-push.ts'
import { findRepository } from '../../../electron/services/git-repository.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const post = '_posts/2015-07-04-unikernels.md'
const lines = (...changed: readonly string[]): string =>
  ['title', 'first', 'second', 'third', 'fourth', 'last']
    .map((line, at) => `${changed[at] || line}\n`)
    .join('')

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('pushing what was exported', () => {
  let folder: string
  let repo: TestRepository
  let colleague: TestRepository

  beforeEach(() => {
    folder = realpathSync(temporaryFolder())
    repo = makeRepository(join(folder, 'blog'), {
      [post]: lines(),
      'notes.txt': 'one\n',
      'other.txt': 'two\n',
    })
    repo.git('init', '-q', '--bare', join(folder, 'remote.git'))
    repo.git('remote', 'add', 'origin', join(folder, 'remote.git'))
    repo.git('push', '-q', '-u', 'origin', 'main')
    colleague = makeRepository(join(folder, 'colleague'))
    colleague.git('remote', 'add', 'origin', join(folder, 'remote.git'))
    colleague.git('pull', '-q', 'origin', 'main')
  })

  const commit = (who: TestRepository, path: string, text: string): void => {
    who.write(path, text)
    who.git('add', path)
    who.git('commit', '-q', '-m', `Change ${path}`, '--', path)
  }
  const push = async (options: Parameters<typeof pushBranch>[3] = {}) =>
    pushBranch(
      plainGit,
      join(repo.root, '.git/lectern'),
      (await findRepository(plainGit, repo.root))!,
      options,
    )
  const serve = async (server: Server | TcpServer): Promise<number> => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return (server.address() as AddressInfo).port
  }
  const unpushed = (): string => repo.git('rev-list', '--count', 'origin/main..HEAD')

  test('a remote that stands where we left it gets the commit', async () => {
    commit(repo, post, lines('Title'))
    expect(await push()).toEqual({ type: 'pushed' })
    expect(unpushed()).toBe('0')
  })

  test('a remote that moved on is merged, and what is staged and edited here stays', async () => {
    commit(colleague, post, lines('', '', '', '', '', 'LAST'))
    commit(colleague, 'new.txt', 'theirs\n')
    colleague.git('push', '-q', 'origin', 'main')
    commit(repo, post, lines('Title'))
    repo.write('other.txt', 'two, staged\n')
    repo.git('add', 'other.txt')
    repo.write('notes.txt', 'one, edited\n')
    expect(await push()).toEqual({ type: 'pushed' })
    expect(repo.read(post)).toBe(lines('Title', '', '', '', '', 'LAST'))
    expect(repo.git('status', '--porcelain')).toBe(' M notes.txt\nM  other.txt')
    expect(repo.git('rev-list', '--count', 'HEAD..origin/main')).toBe('0')
    expect(unpushed()).toBe('0')
    expect(repo.git('log', '-1', '--format=%P').split(' ')).toHaveLength(2)
  })

  test('both changed the same line: nothing moves until the writer has decided', async () => {
    commit(colleague, post, lines('Theirs'))
    colleague.git('push', '-q', 'origin', 'main')
    commit(repo, post, lines('Ours'))
    const head = repo.git('rev-parse', 'HEAD')
    expect(await push()).toMatchObject({
      type: 'conflict',
      error: { code: 'push.conflict' },
      files: [{ path: post, base: lines(), ours: lines('Ours'), theirs: lines('Theirs') }],
    })
    expect(repo.git('rev-parse', 'HEAD')).toBe(head)
    expect(repo.git('status', '--porcelain')).toBe('')
    expect(await push({ resolutions: new Map([[post, lines('Both')]]) })).toEqual({ type: 'pushed' })
    expect(repo.read(post)).toBe(lines('Both'))
    expect(repo.git('status', '--porcelain')).toBe('')
    expect(unpushed()).toBe('0')
  })

  test('a file edited here that the merge would change stops it, and stays', async () => {
    commit(colleague, 'notes.txt', 'theirs\n')
    colleague.git('push', '-q', 'origin', 'main')
    commit(repo, post, lines('Title'))
    repo.write('notes.txt', 'mine\n')
    const head = repo.git('rev-parse', 'HEAD')
    expect(await push()).toMatchObject({
      error: { code: 'push.local-changes', message: expect.stringContaining('notes.txt') },
    })
    expect([repo.git('rev-parse', 'HEAD'), repo.read('notes.txt')]).toEqual([head, 'mine\n'])
    expect(repo.git('status', '--porcelain')).toBe(' M notes.txt')
  })

  test('a picture in a folder the sparse checkout leaves out stays on disk when others are merged', async () => {
    repo.git('sparse-checkout', 'set', '--no-cone', '/*', '!/images/')
    repo.write('images/new one.png', 'picture\n')
    repo.git('add', '--sparse', 'images')
    repo.git('commit', '-q', '-m', 'Add a picture')
    repo.write('images/staged.png', 'staged\n')
    repo.git('add', '--sparse', 'images/staged.png')
    commit(colleague, 'images/theirs.png', 'theirs\n')
    commit(colleague, 'new.txt', 'theirs\n')
    colleague.git('push', '-q', 'origin', 'main')
    expect(await push()).toEqual({ type: 'pushed' })
    expect(repo.read('images/new one.png')).toBe('picture\n')
    expect(repo.read('images/staged.png')).toBe('staged\n')
    expect(repo.read('new.txt')).toBe('theirs\n')
    expect(existsSync(join(repo.root, 'images/theirs.png'))).toBe(false)
    expect(repo.git('status', '--porcelain')).toBe('A  images/staged.png')
  })

  test('a remote that refuses is quoted', async () => {
    const hook = makeRepository(join(folder, 'unused'))
    expect(hook.root).toBeTruthy()
    const { writeFileSync, chmodSync } = await import('node:fs')
    const path = join(folder, 'remote.git/hooks/pre-receive')
    writeFileSync(path, '#!/bin/sh\necho "Posts need a review first."\nexit 1\n')
    chmodSync(path, 0o755)
    commit(repo, post, lines('Title'))
    expect(await push()).toMatchObject({
      error: { code: 'push.refused', message: expect.stringContaining('Posts need a review first.') },
    })
    expect(unpushed()).toBe('1')
  })

  test('a server that accepts and never answers is given up', async () => {
    const port = await serve(createTcpServer(() => undefined))
    repo.git('remote', 'set-url', 'origin', `http://127.0.0.1:${port}/blog.git`)
    commit(repo, post, lines('Title'))
    const began = Date.now()
    expect(await push({ silenceMs: 700 })).toMatchObject({ error: { code: 'push.silent' } })
    expect(Date.now() - began).toBeLessThan(4_000)
  })

  test.each([
    ['a login page', 302, { Location: '/login' }, 'push.login-page'],
    ['a question for a password', 401, { 'WWW-Authenticate': 'Basic realm="git"' }, 'push.needs-password'],
  ] as const)('%s in place of git is told apart, and nothing hangs', async (_name, status, headers, code) => {
    const server = createServer((request, response) => {
      const page = request.url === '/login'
      response.writeHead(page ? 200 : status, page ? { 'Content-Type': 'text/html' } : headers)
      response.end('<html><form>Sign in to the café network</form></html>')
    })
    repo.git('remote', 'set-url', 'origin', `http://127.0.0.1:${await serve(server)}/blog.git`)
    commit(repo, post, lines('Title'))
    expect(await push()).toMatchObject({ error: { code } })
  })

  test('nobody there is said as offline', async () => {
    const server = createTcpServer()
    const port = await serve(server)
    await new Promise(resolve => server.close(resolve))
    repo.git('remote', 'set-url', 'origin', `http://127.0.0.1:${port}/blog.git`)
    commit(repo, post, lines('Title'))
    expect(await push()).toMatchObject({ error: { code: 'push.offline' } })
  })
})
