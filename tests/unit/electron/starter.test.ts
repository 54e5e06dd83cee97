import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { makeStarter, removeStarter, starterFolder } from '../../../electron/services/starter.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const assetsFolder = resolve(import.meta.dirname, '../../../assets')

/** A machine of its own: no configuration but this. */
function machine(configuration = '') {
  const home = temporaryFolder('home')
  writeFileSync(join(home, 'gitconfig'), configuration)
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
  }
  return {
    options: { assetsFolder, writerFolder: join(home, 'Lectern'), git: { program: 'git', env } },
    keptFolder: join(home, 'kept'),
    git: (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: join(home, 'Lectern', 'starter'), env, encoding: 'utf8' }).trim(),
  }
}

const nameless = '[user]\n\tuseConfigOnly = true\n'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('The starter', () => {
  test('is a copy of the site in the assets, and a clean repository with one commit', async () => {
    const { options, git } = machine(nameless)
    const folder = await makeStarter(options)
    expect(folder).toBe(starterFolder(options.writerFolder))
    const names = (at: string) => readdirSync(at, { recursive: true, encoding: 'utf8' }).toSorted()
    expect(names(folder).filter(name => !name.startsWith('.git/') && name !== '.git')).toEqual(
      names(join(assetsFolder, 'starter-site')),
    )
    expect(git('status', '--porcelain')).toBe('')
    expect(git('log', '--format=%an %s')).toBe(
      'Lectern Begin with the sample talks that Lectern brought along',
    )
    expect(readdirSync(options.writerFolder)).toEqual(['starter'])
  })

  test('can be committed to on a machine where git knows nobody', async () => {
    const { options, git } = machine(nameless)
    await makeStarter(options)
    git('commit', '--allow-empty', '-m', 'mine')
    expect(git('log', '-1', '--format=%an <%ae>')).toBe('Lectern <lectern@localhost>')
  })

  test('leaves the writer their own name where git knows it', async () => {
    const { options, git } = machine('[user]\n\tname = Ada Writer\n\temail = ada@example.org\n')
    await makeStarter(options)
    git('commit', '--allow-empty', '-m', 'mine')
    expect(git('log', '--format=%an')).toBe('Ada Writer\nLectern')
  })

  test('is made whatever the writer asks of their own commits', async () => {
    const { options, git } = machine(
      '[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = false\n[core]\n\thooksPath = /nowhere\n\tautocrlf = true\n' +
        '[init]\n\tdefaultBranch = trunk\n\ttemplateDir = /nowhere\n',
    )
    await makeStarter(options)
    expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main')
    expect(git('status', '--porcelain')).toBe('')
  })

  test('is left as it is when it is there', async () => {
    const { options } = machine()
    const folder = await makeStarter(options)
    writeFileSync(join(folder, 'index.md'), 'mine')
    await makeStarter(options)
    expect(readFileSync(join(folder, 'index.md'), 'utf8')).toBe('mine')
  })

  test('is made once when two ask at the same time', async () => {
    const { options, git } = machine()
    const folders = await Promise.all([makeStarter(options), makeStarter(options)])
    expect(new Set(folders).size).toBe(1)
    expect(git('rev-list', '--count', 'HEAD')).toBe('1')
    expect(readdirSync(options.writerFolder)).toEqual(['starter'])
  })

  test('is a plain folder on a machine without git', async () => {
    const { options } = machine()
    const folder = await makeStarter({ ...options, git: { program: '/nowhere/git', env: {} } })
    expect(existsSync(join(folder, '_config.yml'))).toBe(true)
    expect(existsSync(join(folder, '.git'))).toBe(false)
  })

  test('is not half made when it cannot be made', async () => {
    const { options } = machine()
    writeFileSync(options.writerFolder, 'a file stands in the way')
    await expect(makeStarter(options)).rejects.toMatchObject({ code: 'starter.not-made' })
    expect(readFileSync(options.writerFolder, 'utf8')).toBe('a file stands in the way')
  })

  test('is deleted when nothing in it is the writer’s', async () => {
    const { options, keptFolder } = machine()
    const folder = await makeStarter(options)
    expect(await removeStarter(options, keptFolder)).toEqual({ folder, keptIn: undefined })
    expect([existsSync(folder), existsSync(keptFolder)]).toEqual([false, false])
    expect(await removeStarter(options, keptFolder)).toBeUndefined()
  })

  test.for([
    ['changed', (folder: string) => writeFileSync(join(folder, 'index.md'), 'mine')],
    ['added', (folder: string) => writeFileSync(join(folder, '_posts', '2025-07-01-mine.md'), 'mine')],
  ] as const)('is kept elsewhere when the writer %s a file', async ([, change], { expect }) => {
    const { options, keptFolder } = machine()
    const folder = await makeStarter(options)
    change(folder)
    const removed = await removeStarter(options, keptFolder)
    expect(existsSync(folder)).toBe(false)
    expect(existsSync(join(removed!.keptIn!, '.git'))).toBe(true)
    expect(removed!.keptIn).toContain(keptFolder)
  })

  test('is kept elsewhere when the writer committed something and took it back', async () => {
    const { options, keptFolder, git } = machine(nameless)
    await makeStarter(options)
    git('commit', '--allow-empty', '-m', 'mine')
    expect((await removeStarter(options, keptFolder))?.keptIn).toBeDefined()
  })

  // Asks the real Jekyll, which not every machine has; CI requires it.
  test.skipIf(!available('jekyll'))('is built by the real Jekyll without a word', () => {
    const folder = temporaryFolder()
    cpSync(join(assetsFolder, 'starter-site'), join(folder, 'site'), { recursive: true })
    const build = `require 'jekyll'; Jekyll.logger.log_level = :warn
      site = Jekyll::Site.new(Jekyll.configuration('source' => 'site', 'destination' => 'out', 'disable_disk_cache' => true, 'quiet' => true))
      site.process; puts site.posts.docs.reverse.map(&:url)`
    const out = execFileSync('ruby', ['-e', build], { cwd: folder, encoding: 'utf8' })
    expect(out.split('\n')[0]).toBe('/2025/06/a-walk-through-lectern/')
    expect(out.trim().split('\n')).toHaveLength(5)
    const walk = readFileSync(join(folder, 'out/2025/06/a-walk-through-lectern/index.html'), 'utf8')
    expect(walk.match(/<h2 /g)).toHaveLength(8)
    for (const [, target] of walk.matchAll(/href="(\/[^"]*\/)"/g))
      expect(existsSync(join(folder, 'out', target!, 'index.html')), target).toBe(true)
  })
})
