import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from './export-scenario.ts'

/** A state of a work tree and its repository, as sentences that can be compared. */
export interface Snapshot {
  /** Content and mode of every file, by path. */
  readonly files: ReadonlyMap<string, string>
  /** Every entry of the index, with what `git status` says of it. */
  readonly index: readonly string[]
  readonly refs: string
  readonly settings: string
  /** Locks and half-written files of ours or git's. */
  readonly leftovers: readonly string[]
}

export function takeSnapshot({ root, repo, folder }: Scenario): Snapshot {
  const files = new Map<string, string>()
  visit(root, '', files)
  visit(join(folder, 'writing'), 'writing:', files)
  return {
    files,
    index: repo
      ? [
          ...repo.git('ls-files', '--stage', '--', '.').split('\n'),
          ...repo.git('status', '--porcelain=v2', '--untracked-files=all').split('\n'),
        ].filter(Boolean)
      : [],
    refs: repo ? `${repo.git('for-each-ref')}\n${repo.git('rev-parse', 'HEAD')}\n${head(repo.git)}` : '',
    settings: repo ? repo.git('config', '--local', '--list') : '',
    leftovers: repo ? leftovers(repo.git('rev-parse', '--absolute-git-dir'), root) : [],
  }
}

function head(git: (...args: string[]) => string): string {
  try {
    return git('symbolic-ref', 'HEAD')
  } catch {
    return 'detached'
  }
}

/** The snapshot without some paths: what is not ours. */
export function without(snapshot: Snapshot, paths: ReadonlySet<string>): Snapshot {
  const mine = (row: string): boolean =>
    [...paths].some(
      path => row.endsWith(`\t${path}`) || row.endsWith(` ${path}`) || row.endsWith(`"${path}"`),
    )
  return {
    ...snapshot,
    files: new Map([...snapshot.files].filter(([path]) => !paths.has(path))),
    index: snapshot.index.filter(row => !mine(row)),
    refs: '',
  }
}

export function differences(before: Snapshot, after: Snapshot): string[] {
  const found: string[] = []
  for (const path of new Set([...before.files.keys(), ...after.files.keys()]))
    if (before.files.get(path) !== after.files.get(path)) found.push(`file ${path}`)
  for (const key of ['index', 'leftovers'] as const) {
    for (const row of before[key]) if (!after[key].includes(row)) found.push(`${key} lost ${row}`)
    for (const row of after[key]) if (!before[key].includes(row)) found.push(`${key} gained ${row}`)
  }
  if (before.refs !== after.refs) found.push(`refs ${before.refs} became ${after.refs}`)
  if (before.settings !== after.settings) found.push('settings')
  return found
}

function visit(root: string, prefix: string, files: Map<string, string>): void {
  const entries = (() => {
    try {
      return readdirSync(root, { withFileTypes: true })
    } catch {
      return []
    }
  })()
  for (const entry of entries) {
    const path = join(root, entry.name)
    if (entry.name === '.git') continue
    if (entry.isDirectory()) visit(path, `${prefix}${entry.name}/`, files)
    else {
      const content = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path)
      const mode = (lstatSync(path).mode & 0o777).toString(8)
      files.set(prefix + entry.name, `${mode} ${createHash('sha1').update(content).digest('hex')}`)
    }
  }
}

function leftovers(gitDir: string, root: string): string[] {
  const found: string[] = []
  const look = (folder: string, deep: boolean): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'objects' || entry.name === 'modules') continue
      if (entry.name.endsWith('.lock') || (entry.name === 'current' && folder.endsWith('lectern')))
        found.push(join(folder, entry.name))
      if (entry.isDirectory() && deep) look(join(folder, entry.name), entry.name !== 'exports')
    }
  }
  look(gitDir, true)
  const inTree = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (/^\.lectern-.*\.tmp$/.test(entry.name)) found.push(join(folder, entry.name))
      if (entry.isDirectory() && entry.name !== '.git') inTree(join(folder, entry.name))
    }
  }
  inTree(root)
  return found
}
