import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RemoteTheme } from '../../core/jekyll/index.ts'
import { isMissing, systemCode } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { readJson, writeJson } from './json-file.ts'

/** A theme that the writer had fetched, as it lies in Lectern's own folder. */
export interface FetchedTheme {
  /** With `_layouts`, `_includes` and so on in it. */
  readonly folder: string
  /** ISO 8601. */
  readonly fetchedAt: string
}

/** The parts of a theme by their path in it, as they come from its archive. */
export interface ThemeParts {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The commit they were taken from, where the archive says it. */
  readonly commit?: string
}

/** What was fetched for one `remote_theme`, on disk: `theme.json`, and the files beside it. */
interface ThemeRecord {
  readonly v: 1
  readonly host: string
  readonly owner: string
  readonly name: string
  readonly ref: string
  readonly fetchedAt: string
  readonly commit?: string
}

const recordName = 'theme.json'
const filesName = 'files'
const arriving = 'arriving-'

/** @param themes the folder all fetched themes lie in */
export async function findFetchedTheme(
  themes: string,
  theme: RemoteTheme,
): Promise<FetchedTheme | undefined> {
  const folder = folderOf(themes, theme)
  const { value } = await readJson(join(folder, recordName)).catch(() => ({ value: undefined }))
  const { v, fetchedAt } = (value ?? {}) as Partial<ThemeRecord>
  return v === 1 && typeof fetchedAt === 'string' ? { folder: join(folder, filesName), fetchedAt } : undefined
}

/**
 * Keeps a theme in the place of what was fetched for it before. It is written beside and then moved, so that nobody
 * finds half of one.
 *
 * @param fetchedAt ISO 8601
 */
export async function keepTheme(
  disk: FileSystem,
  themes: string,
  theme: RemoteTheme,
  { files, commit }: ThemeParts,
  fetchedAt: string,
): Promise<void> {
  const folder = folderOf(themes, theme)
  const beside = join(themes, `${arriving}${randomBytes(6).toString('hex')}`)
  try {
    for (const [path, bytes] of files) await writePart(disk, join(beside, filesName, path), bytes)
    const record: ThemeRecord = { v: 1, ...theme, fetchedAt, ...(commit !== undefined && { commit }) }
    await writeJson(disk, join(beside, recordName), record)
    const old = `${beside}-old`
    await disk.rename(folder, old).catch(unlessMissing)
    await disk.rename(beside, folder)
    await disk.syncFolder(themes)
    await rm(old, { recursive: true, force: true })
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
  await clearUp(themes)
}

/** Takes away what was fetched for a theme; nothing happens where nothing was. */
export async function forgetTheme(disk: FileSystem, themes: string, theme: RemoteTheme): Promise<void> {
  const leaving = join(themes, `${arriving}${randomBytes(6).toString('hex')}-old`)
  // Moved first, so that nobody finds half of it.
  await disk.rename(folderOf(themes, theme), leaving).catch(unlessMissing)
  await rm(leaving, { recursive: true, force: true })
}

/** Readable, and different for each theme and ref: the same ref of a theme is fetched once for all sites. */
function folderOf(themes: string, { host, owner, name, ref }: RemoteTheme): string {
  const key = createHash('sha256').update([host, owner, name, ref].join('\n')).digest('hex')
  return join(themes, `${owner.slice(0, 40)}-${name.slice(0, 60)}-${key.slice(0, 12)}`)
}

async function writePart(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await disk.makeFolder(dirname(path))
  const file = await disk.open(path, 'create').catch((error: unknown) => {
    // Named like another but for upper and lower case, which some disks do not tell apart: the first stays.
    if (systemCode(error) === 'EEXIST') return undefined
    throw error
  })
  if (!file) return
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What a crash left behind while a theme arrived, an hour ago or longer. */
async function clearUp(themes: string): Promise<void> {
  const left = (await readdir(themes)).filter(name => name.startsWith(arriving))
  for (const name of left) {
    const info = await stat(join(themes, name)).catch(() => undefined)
    if (info && Date.now() - info.mtimeMs > 3_600_000)
      await rm(join(themes, name), { recursive: true, force: true })
  }
}

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}
