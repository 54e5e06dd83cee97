import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

import { temporaryFolder } from '../../support/temporary.ts'

const project = resolve(import.meta.dirname, '../../..')
const packager = join(project, 'node_modules/app-builder-lib/out/util/config/config.js')
const run = promisify(execFile)

interface Configuration {
  readonly files: readonly string[]
  readonly mac: object
  readonly win: object
  readonly linux: object
}

interface Packager {
  getConfig: (projectFolder: string, path: string, overrides: null) => Promise<Configuration>
  validateConfiguration: (configuration: object, log: object) => Promise<void>
}

/** electron-builder's own reading and checking; it exports neither. */
async function loadPackager(): Promise<Packager> {
  const loaded = (await import(/* @vite-ignore */ packager)) as { readonly default?: Packager } & Packager
  return loaded.default ?? loaded
}

/** It collects what to say about old options. */
const log = { isEnabled: false, add: () => {} }

describe('The packager', () => {
  test('accepts what we ask of it', async () => {
    const { getConfig, validateConfiguration } = await loadPackager()
    const configuration = await getConfig(project, 'electron-builder.yml', null)
    expect(configuration.mac).toBeDefined()
    expect(configuration.win).toBeDefined()
    expect(configuration.linux).toBeDefined()
    await validateConfiguration(configuration, log)
  })

  test('would tell of a word it does not know', async () => {
    const { getConfig, validateConfiguration } = await loadPackager()
    const configuration = await getConfig(project, 'electron-builder.yml', null)
    await expect(validateConfiguration({ ...configuration, fils: [] }, log)).rejects.toThrow(/fils/)
  })

  test('packs our files, and no module', async () => {
    const folder = temporaryFolder('package')
    const dist = standInForElectron(join(folder, 'electron'))
    const output = join(folder, 'out')
    const options = `--dir --linux --x64 --publish never --config electron-builder.yml -c.electronDist=${dist}`
    const words = [...options.split(' '), `-c.directories.output=${output}`]
    await run(process.execPath, [join(project, 'node_modules/electron-builder/cli.js'), ...words], {
      cwd: project,
      env: { ...process.env, CI: '1' },
    })
    const resources = join(output, 'linux-unpacked', 'resources')

    const packed = filesOfArchive(join(resources, 'app.asar'))
    expect(packed).toContain('package.json')
    for (const name of [
      'main.mjs',
      'preload.cjs',
      'cli.mjs',
      'search-worker.mjs',
      'renderer/index.html',
      'renderer/preview.html',
    ])
      expect(packed).toContain(`out/${name}`)
    const foreign = packed.filter(path => path !== 'package.json' && !path.startsWith('out/'))
    expect(foreign).toEqual([])
    expect(packed.filter(path => path.includes('node_modules') || path.endsWith('.map'))).toEqual([])
    expect(existsSync(join(resources, 'app.asar.unpacked'))).toBe(false)

    expect(filesOf(join(resources, 'assets/starter-site'))).toEqual(
      filesOf(join(project, 'assets/starter-site')),
    )
    expect(statSync(join(resources, 'bin/lectern')).mode & 0o111).not.toBe(0)
    const switches = switchesOf(join(output, 'linux-unpacked', 'lectern'))
    // Run as Node, –, NODE_OPTIONS, --inspect, –, app from the archive only, –, rights of file:// pages.
    expect(switches).toBe('10000100')

    // What was packed runs by itself, with the command line beside it: Electron reads archives as folders.
    unpackInPlace(join(resources, 'app.asar'))
    const home = join(folder, 'home')
    const command = async (...args: readonly string[]) =>
      (
        await run(join(resources, 'bin/lectern'), args, {
          env: { PATH: process.env['PATH'], LECTERN_HOME: home },
        })
      ).stdout
    expect(await command('--help')).toContain('lectern COMMAND --help tells more.')
    expect(await command('starter')).toBe(`${join(home, 'starter')}\n`)
    expect(filesOf(join(home, 'starter')).filter(path => !path.startsWith('.git/'))).toEqual(
      filesOf(join(project, 'assets/starter-site')),
    )
  })

  test('the app needs nothing that is not packed with it', () => {
    const out = join(project, 'out')
    const scripts = filesOf(out).filter(path => /\.(?:mjs|cjs)$/.test(path))
    expect(scripts).toContain('main.mjs')
    const foreign = scripts.flatMap(path => {
      // Examples in the comments of bundled packages require nothing.
      const source = readFileSync(join(out, path), 'utf8').replaceAll(/^\s*\*.*$/gm, '')
      const names = source.matchAll(
        /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*["']([^"']+)["']|\brequire\(["']([^"']+)["']\)/gm,
      )
      return [...names]
        .map(match => match[1] ?? match[2]!)
        .filter(name => !/^(?:node:|\.|electron$)/.test(name) && !builtin.has(name))
        .map(name => `${path}: ${name}`)
    })
    expect(foreign).toEqual([])
  })
})

const builtin = new Set(process.getBuiltinModule('node:module').builtinModules)

/** Where Electron keeps its switches within the program: this mark, a version, how many, then `0` or `1` for each. */
const switchMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const factorySwitches = '10110001'

function switchesOf(program: string): string {
  const bytes = readFileSync(program, 'latin1')
  return bytes.slice(bytes.indexOf(switchMark) + switchMark.length + 2).slice(0, factorySwitches.length)
}

/** The shape of Electron's distribution for Linux, without Electron. */
function standInForElectron(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const switches = `${switchMark}\u0001${String.fromCharCode(factorySwitches.length)}${factorySwitches}`
  // Started as Node, it is Node.
  const script = `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] && exec "${process.execPath}" "$@"\nexit 1\n${switches}\n`
  writeFileSync(join(folder, 'electron'), script, 'latin1')
  chmodSync(join(folder, 'electron'), 0o755)
  const { version } = JSON.parse(
    readFileSync(join(project, 'node_modules/electron/package.json'), 'utf8'),
  ) as {
    readonly version: string
  }
  writeFileSync(join(folder, 'version'), version)
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
  writeFileSync(join(folder, 'LICENSE'), '')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '')
  writeFileSync(join(folder, 'resources', 'default_app.asar'), emptyArchive())
  return folder
}

/** An asar archive: two pickled numbers, a pickled JSON header, then the files. */
function emptyArchive(): Buffer {
  const header = Buffer.from('{"files":{}}')
  const padded = Math.ceil(header.length / 4) * 4
  const archive = Buffer.alloc(16 + padded)
  archive.writeUInt32LE(4, 0)
  archive.writeUInt32LE(padded + 8, 4)
  archive.writeUInt32LE(padded + 4, 8)
  archive.writeUInt32LE(header.length, 12)
  header.copy(archive, 16)
  return archive
}

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | ArchiveFile>>
}

interface ArchiveFile {
  readonly size: number
  /** From the end of the header. */
  readonly offset: string
}

function readArchive(path: string): {
  readonly content: Buffer
  readonly files: readonly (readonly [string, ArchiveFile])[]
} {
  const archive = readFileSync(path)
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as ArchiveFolder
  const list = ({ files }: ArchiveFolder, above: string): (readonly [string, ArchiveFile])[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      'files' in entry ? list(entry, `${above}${name}/`) : [[`${above}${name}`, entry] as const],
    )
  return { content: archive.subarray(8 + archive.readUInt32LE(4)), files: list(header, '') }
}

function filesOfArchive(path: string): string[] {
  return readArchive(path).files.map(([name]) => name)
}

/** Puts a folder of the same name and content in the place of an archive. */
function unpackInPlace(path: string): void {
  const { content, files } = readArchive(path)
  rmSync(path)
  for (const [name, { size, offset }] of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content.subarray(Number(offset), Number(offset) + size))
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
