import { link, lstat, readFile, readdir, stat, symlink, chmod, chown } from 'node:fs/promises'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { type Repository, createRepository } from '../../../../electron/services/repository.ts'
import { writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let folder: string
let repository: Repository

beforeEach(() => {
  folder = temporaryFolder()
  repository = createRepository({ folder, disk: diskFileSystem })
})

async function saved(path: string, change: (source: string) => string): Promise<Buffer> {
  const { source, version } = await repository.read(path)
  await repository.save(path, change(source), version)
  return repository.readBytes(path)
}

describe('a save', () => {
  test('keeps the mode', async () => {
    await writeFiles(folder, { 'a.md': 'old' })
    await chmod(join(folder, 'a.md'), 0o640)
    await saved('a.md', () => 'new')
    expect((await stat(join(folder, 'a.md'))).mode & 0o7777).toBe(0o640)
  })

  // Only root may give a file to another user.
  test.skipIf(process.getuid?.() !== 0)(
    'keeps the owner, where the system lets us (needs root)',
    async () => {
      await writeFiles(folder, { 'a.md': 'old' })
      await chown(join(folder, 'a.md'), 1234, 4321)
      await saved('a.md', () => 'new')
      const { uid, gid } = await stat(join(folder, 'a.md'))
      expect([uid, gid]).toEqual([1234, 4321])
    },
  )

  test('through a symbolic link changes what it points to and leaves the link', async () => {
    await writeFiles(folder, { 'elsewhere/a.md': 'old' })
    await symlink(join(folder, 'elsewhere/a.md'), join(folder, 'a.md'))
    await saved('a.md', () => 'new')
    expect((await lstat(join(folder, 'a.md'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'elsewhere/a.md'), 'utf8')).toBe('new')
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['a.md'])
  })

  test('of many texts at once writes them one after the other; the first wins, the others are told', async () => {
    await writeFiles(folder, { 'a.md': 'old' })
    const { version } = await repository.read('a.md')
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => repository.save('a.md', `text ${index}`, version)),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', ...Array(9).fill('rejected')])
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('text 0')
  })

  test('to a name as long as the disk takes works', async () => {
    const name = `${'n'.repeat(252)}.md`
    await repository.create(name, 'old')
    expect(String(await saved(name, () => 'new'))).toBe('new')
  })
})

const oddities: Readonly<Record<string, string>> = {
  'lines ending in CR LF': '---\r\ntitle: a\r\n---\r\nText\r\n',
  'mixed line endings': '---\ntitle: a\r\n---\nText\rmore\r\n',
  'a byte order mark': '\uFEFF---\ntitle: a\n---\nText\n',
  'no final newline': '---\ntitle: a\n---\nText',
  'several final newlines': 'Text\n\n\n',
  'tabs and trailing spaces': '\ttab\t \n  \n',
  'odd YAML': '---\n"title" : &x  \'a\'   # why\nlist:\n-   two\n...\nText\n',
  nothing: '',
  'characters of every length': 'aé—😀\u0000\u2028z\n',
}

describe('byte honesty', () => {
  test.each(Object.entries(oddities))('a forced save of %s changes no byte', async (_, text) => {
    await writeFiles(folder, { 'a.md': text })
    expect(await saved('a.md', source => source)).toEqual(Buffer.from(text))
  })

  test.each(Object.entries(oddities))(
    'one character typed into %s changes only its bytes',
    async (_, text) => {
      await writeFiles(folder, { 'a.md': text })
      const characters = [...text]
      const at = characters.slice(0, characters.length / 2).join('').length
      const bytes = await saved('a.md', source => `${source.slice(0, at)}x${source.slice(at)}`)
      expect(bytes).toEqual(Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`))
      expect(await saved('a.md', source => source.slice(0, at) + source.slice(at + 1))).toEqual(
        Buffer.from(text),
      )
    },
  )

  const corpora = resolve(import.meta.dirname, '../../../../../shared/corpora/blogs')
  // What it reads is other people’s and lies beside the project, not in it.
  test.skipIf(!existsSync(corpora))(
    'a forced save of every post of the collected blogs changes no byte',
    async () => {
      const paths = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter(path =>
        /\.(md|markdown)$/.test(path),
      )
      expect(paths.length).toBeGreaterThan(100)
      for (const path of paths) {
        const bytes = readFileSync(join(corpora, path))
        await writeFiles(folder, { 'a.md': bytes })
        const { source, version, readOnly } = await repository.read('a.md')
        if (readOnly !== undefined) continue
        await repository.save('a.md', `${source}x`, version)
        await repository.save('a.md', source, (await repository.read('a.md')).version)
        expect(readFileSync(join(folder, 'a.md')).equals(bytes), path).toBe(true)
      }
    },
  )
})

test.each([
  ['../a.md', 'post.outside-folder'],
  ['/etc/passwd', 'post.outside-folder'],
  ['a/./b.md', 'post.outside-folder'],
  ['_site/a.md', 'post.untouchable'],
  ['x/node_modules/a.md', 'post.untouchable'],
  ['.git/config', 'post.untouchable'],
  ['a\0b.md', 'post.bad-name'],
  [`${'n'.repeat(300)}.md`, 'post.name-too-long'],
])('does not write %j', async (path, code) => {
  await expect(repository.create(path, 'text')).rejects.toMatchObject({ code })
})

test('renames that cross each other do not wait for each other for ever', async () => {
  await writeFiles(folder, { 'a.md': 'a', 'b.md': 'b' })
  const results = await Promise.allSettled([
    repository.rename('a.md', 'b.md'),
    repository.rename('b.md', 'a.md'),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await readdir(folder)).toEqual(['a.md', 'b.md'])
})

test('a file with two names keeps the other as it was', async () => {
  await writeFiles(folder, { 'a.md': 'old' })
  await link(join(folder, 'a.md'), join(folder, 'b.md'))
  await saved('a.md', () => 'new')
  expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('old')
})
