import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Each room and the rooms it may import from; a file belongs to the longest room that starts its path. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/errors.ts': [],
  'core/text': ['core/errors.ts'],
  'core/ruby': ['core/text', 'core/errors.ts'],
  'core/yaml': ['core/ruby', 'core/text', 'core/errors.ts'],
  'core/kramdown': ['core/text', 'core/errors.ts'],
  'core/liquid': ['core/yaml', 'core/ruby', 'core/text', 'core/errors.ts'],
  'core/post': ['core/liquid', 'core/kramdown', 'core/yaml', 'core/ruby', 'core/text', 'core/errors.ts'],
  'core/jekyll': [
    'core/post',
    'core/liquid',
    'core/kramdown',
    'core/yaml',
    'core/ruby',
    'core/text',
    'core/errors.ts',
  ],
  'core/export': [
    'core/jekyll',
    'core/post',
    'core/liquid',
    'core/kramdown',
    'core/yaml',
    'core/ruby',
    'core/text',
    'core/errors.ts',
  ],
  'core/contract': ['core/export', 'core/jekyll', 'core/post', 'core/text', 'core/errors.ts'],
  'electron/services': ['core'],
  'electron/hosts/desktop': ['electron', 'core'],
  'electron/hosts': ['electron', 'core'],
  electron: ['electron', 'core'],
  renderer: ['core'],
}

/** Packages each part may use besides its own files; `node:` stands for Node's modules. */
const packages: Readonly<Record<string, (name: string) => boolean>> = {
  core: name =>
    !name.startsWith('node:') && !/^(?:electron|react|react-dom|@codemirror|@lezer\/highlight)/.test(name),
  'electron/hosts/desktop': () => true,
  electron: name => name !== 'electron',
  renderer: name => !name.startsWith('node:') && name !== 'electron',
}

const rooms = Object.keys(mayImport).toSorted((a, b) => b.length - a.length)
const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`)
const roomOf = (path: string) => rooms.find(room => within(path, room))

interface Import {
  readonly file: string
  readonly specifier: string
}

const files = globSync('{core,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).filter(
  file => !file.endsWith('vite.config.ts'),
)

const imports: readonly Import[] = files.flatMap(file => {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /^\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map(match => ({ file, specifier: named((match[1] ?? match[2] ?? match[3])!) }))
})

/** A file of a package, imported by its place because the package names no door to it, counts as the package. */
function named(specifier: string): string {
  return specifier.replace(/^(?:\.\.\/)+node_modules\//, '')
}

const isRelative = (specifier: string) => specifier.startsWith('.')
const target = ({ file, specifier }: Import) =>
  relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, '')))

describe('The layers', () => {
  test('imports point only at the rooms below', () => {
    const wrong = imports
      .filter(each => isRelative(each.specifier))
      .filter(each => {
        const from = roomOf(each.file)
        const to = target(each)
        if (from === undefined) return true
        return !within(to, from) && !mayImport[from]!.some(room => within(to, room))
      })
    expect(wrong.map(each => `${each.file} → ${each.specifier}`)).toEqual([])
  })

  test('outsiders enter a core room through its door', () => {
    const wrong = imports
      .filter(each => isRelative(each.specifier))
      .filter(each => {
        const to = target(each)
        const room = roomOf(to)
        if (!room?.startsWith('core/') || room === 'core/errors.ts' || room === roomOf(each.file))
          return false
        return !to.endsWith('/index.ts')
      })
    expect(wrong.map(each => `${each.file} → ${each.specifier}`)).toEqual([])
  })

  test('packages stay in the parts that may use them', () => {
    const parts = Object.keys(packages).toSorted((a, b) => b.length - a.length)
    const wrong = imports
      .filter(each => !isRelative(each.specifier))
      .filter(each => !packages[parts.find(part => within(each.file, part))!]!(each.specifier))
    expect(wrong.map(each => `${each.file} → ${each.specifier}`)).toEqual([])
  })

  test('the check sees imports at all', () => {
    expect(imports.length).toBeGreaterThan(30)
  })
})
