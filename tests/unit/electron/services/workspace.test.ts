import { chmod, mkdir, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { createSettings } from '../../../../electron/services/settings.ts'
import { userFolders } from '../../../../electron/services/user-folders.ts'
import { completePath, createWorkspaces, describeWorkspace } from '../../../../electron/services/workspace.ts'
import { writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let home: string

beforeEach(async () => {
  home = await realpath(temporaryFolder())
})

describe('a folder', () => {
  test('is described with the site and the repository around it', async () => {
    await writeFiles(home, { 'repo/.git/HEAD': '', 'repo/blog/_config.yml': '', 'repo/blog/_posts/a.md': '' })
    expect(await describeWorkspace(join(home, 'repo/blog/_posts'))).toEqual({
      folder: join(home, 'repo/blog/_posts'),
      name: '_posts',
      site: join(home, 'repo/blog'),
      repo: join(home, 'repo'),
      starter: false,
    })
  })

  test('that is a repository with its one site a folder down is opened with that site', async () => {
    await writeFiles(home, { 'repo/.git/HEAD': '', 'repo/docs/_config.yml': '' })
    expect((await describeWorkspace(join(home, 'repo'))).site).toBe(join(home, 'repo/docs'))
  })

  test('has no site from above its repository', async () => {
    await writeFiles(home, { '_config.yml': '', 'repo/.git': 'gitdir: elsewhere', 'repo/a.md': '' })
    const workspace = await describeWorkspace(join(home, 'repo'))
    expect(workspace).toEqual({
      folder: join(home, 'repo'),
      name: 'repo',
      repo: join(home, 'repo'),
      starter: false,
    })
  })

  test('that is not there, is a file, or may not be read is refused with its own sentence', async () => {
    await writeFiles(home, { file: '' })
    await expect(describeWorkspace(join(home, 'gone'))).rejects.toMatchObject({ code: 'folder.not-found' })
    await expect(describeWorkspace(join(home, 'file'))).rejects.toMatchObject({ code: 'folder.not-a-folder' })
  })

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)('that may not be read is refused (not as root)', async () => {
    await mkdir(join(home, 'shut'), { mode: 0 })
    await expect(describeWorkspace(join(home, 'shut'))).rejects.toMatchObject({ code: 'folder.not-readable' })
    await chmod(join(home, 'shut'), 0o755)
  })
})

test('folders are remembered newest first; one that is gone is left out until it is back', async () => {
  await writeFiles(home, { 'a/x': '', 'b/x': '' })
  const options = { dataDir: join(home, 'own'), disk: diskFileSystem }
  const workspaces = createWorkspaces(options)
  await workspaces.choose(join(home, 'a'))
  await workspaces.choose(join(home, 'b'))
  expect((await createWorkspaces(options).recent()).map(({ name }) => name)).toEqual(['b', 'a'])
  await rm(join(home, 'b'), { recursive: true })
  expect((await workspaces.last())?.name).toBe('a')
  await writeFiles(home, { 'b/x': '' })
  expect((await workspaces.last())?.name).toBe('b')
})

test('a typed path is completed by folders, marked when they are sites', async () => {
  await writeFiles(home, {
    'blog/_config.yml': '',
    'Books/x': '',
    'bin.txt': '',
    '.hidden/x': '',
    'node_modules/x': '',
  })
  await symlink(join(home, 'blog'), join(home, 'blink'))
  const names = async (typed: string): Promise<string[]> =>
    (await completePath(typed, home)).map(({ name, isSite }) => (isSite ? `${name}*` : name))
  expect(await names(join(home, 'b'))).toEqual(['blink*', 'blog*', 'Books'])
  expect(await names('~/blo')).toEqual(['blog*'])
  expect(await names('')).toEqual(['blink*', 'blog*', 'Books'])
  expect(await names(join(home, '.h'))).toEqual(['.hidden'])
  expect(await names('/no/such/folder/')).toEqual([])
})

describe('settings', () => {
  const open = () =>
    createSettings({ configDir: join(home, 'config'), folder: '/a/blog', disk: diskFileSystem })

  test('of the folder lie over those of the writer, in files a person can read', async () => {
    const settings = open()
    await settings.writeSetting('user', 'editor.wrap', 72)
    await settings.writeSetting('user', 'preview.remote-content', false)
    await settings.writeSetting('folder', 'preview.remote-content', true)
    expect(await open().readSettings()).toEqual({ 'editor.wrap': 72, 'preview.remote-content': true })
    await settings.writeSetting('folder', 'preview.remote-content', null)
    expect(await open().readSettings()).toEqual({ 'editor.wrap': 72, 'preview.remote-content': false })
    expect(await readFile(join(home, 'config/settings.json'), 'utf8')).toBe(
      '{\n  "editor.wrap": 72,\n  "preview.remote-content": false\n}\n',
    )
  })

  test('written at the same moment are all kept', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => open().writeSetting('user', `key-${index}`, index)),
    )
    expect(Object.keys(await open().readSettings())).toHaveLength(20)
  })

  test('that were edited into something else than JSON are put aside, not written over', async () => {
    await writeFiles(join(home, 'config'), { 'settings.json': '{ broken' })
    expect(await open().readSettings()).toEqual({})
    await open().writeSetting('user', 'a', 1)
    expect(await open().readSettings()).toEqual({ a: 1 })
    expect(await readFile(join(home, 'config/settings.json.broken'), 'utf8')).toBe('{ broken')
  })
})

test.each([
  [{}, 'linux', '/h/.config/lectern', '/h/.local/share/lectern'],
  [{ XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: 'relative' }, 'linux', '/c/lectern', '/h/.local/share/lectern'],
  [{}, 'darwin', '/h/Library/Application Support/Lectern', '/h/Library/Application Support/Lectern/Data'],
  [{ LECTERN_HOME: '/t' }, 'darwin', '/t/config', '/t/data'],
] as const)('with %j on %s, settings lie in %s and data in %s', (env, platform, configDir, dataDir) => {
  expect(userFolders(env, platform, '/h')).toEqual({ configDir, dataDir })
})
