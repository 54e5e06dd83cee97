import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type AssetHabits, learnAssetHabits } from '../../core/export/index.ts'
import { readSiteYaml } from '../../core/yaml/index.ts'
import { type ExportRecord, listRecords, recordsFolder } from './export-journal.ts'
import { findSiteFolder, siteFolders } from './export-site.ts'
import { type GitEntry, readTree } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { workTreeStates } from './git-states.ts'
import type { Git } from './git.ts'

/** Where copies go: a site in a repository, or in a folder without git. */
export interface Target {
  readonly root: string
  /** Absolute; the root, or a folder in it. */
  readonly site: string
  readonly repository: Repository | undefined
  /** What is committed; empty without git. */
  readonly tree: ReadonlyMap<string, GitEntry>
  /** Files with changes that are not committed; empty without git. */
  readonly edited: ReadonlySet<string>
  readonly records: string
  readonly past: readonly ExportRecord[]
}

export async function readTarget(
  git: Git,
  repository: Repository | undefined,
  folder: string,
  stateFolder: string,
): Promise<Target> {
  const root = repository?.root ?? folder
  const records = recordsFolder(root, repository, stateFolder)
  return {
    root,
    site: await siteIn(folder, root),
    repository,
    tree: repository?.head === undefined ? new Map() : await readTree(git, repository, 'HEAD'),
    edited: new Set(repository ? (await workTreeStates(git, repository)).keys() : []),
    records,
    past: existsSync(records) ? await listRecords(records) : [],
  }
}

/** The site of a target: the one named, or around it, or in one of the folders where repositories keep theirs. */
async function siteIn(folder: string, root: string): Promise<string> {
  const usual = ['docs', 'site', 'website', 'blog', 'source', 'src']
  const below = [folder, ...usual.map(name => join(folder, name))]
  return below.find(each => existsSync(join(each, '_config.yml'))) ?? findSiteFolder(folder, root)
}

/** Where the site keeps what its posts use, and how they write it. */
export async function readHabits(site: string, existing: readonly string[]): Promise<AssetHabits> {
  const newest = existing.toSorted((a, b) => (basename(a) < basename(b) ? 1 : -1)).slice(0, 60)
  const config = await readFile(join(site, '_config.yml'), 'utf8').catch(() => '')
  const { value } = readSiteYaml(config)
  const baseurl = value instanceof Map ? value.get('baseurl') : undefined
  return learnAssetHabits({
    posts: await Promise.all(newest.map(path => readFile(join(site, path), 'utf8').catch(() => ''))),
    folders: await siteFolders(site),
    baseurl: typeof baseurl === 'string' ? baseurl : '',
  })
}

/** A path relative to the target. */
export function inTarget(target: Target, path: string): string {
  return slashed(relative(target.root, path))
}

/** With `/`, as paths are written in a repository. */
export function slashed(path: string): string {
  return path.split(sep).join('/')
}
