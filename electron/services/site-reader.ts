import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import {
  FileClassifier,
  type FileRole,
  type JekyllVersion,
  type SiteFile,
  type SiteProblem,
  type SiteSnapshot,
  cutToExcerpt,
  readConfiguration,
  splitDocument,
} from '../../core/jekyll/index.ts'
import { type FoundFile, walkSite } from './site-files.ts'
import { readHosting } from './site-hosting.ts'
import { SiteTexts, isBinaryName } from './site-texts.ts'
import { readTheme } from './site-theme.ts'

export interface ReadSiteOptions {
  /** Configuration files to merge in order, relative to the site; what Jekyll looks for where it is left out. */
  readonly config?: readonly string[]
  /** Total size of posts up to which a snapshot holds them whole; above, only front matter and excerpts. */
  readonly wholeBytes?: number
  /** Texts read before; what has not changed on disk is not read again. */
  readonly texts?: SiteTexts
  readonly environment?: NodeJS.ProcessEnv
  /** Seconds since 1970. */
  readonly nowSeconds?: number
  /** Which Jekyll the writer says publishes the site. */
  readonly jekyll?: JekyllVersion | undefined
  /** Where themes lie that the writer had fetched. */
  readonly fetchedThemes?: string | undefined
}

const defaultWholeBytes = 16_000_000
const defaultConfigs = ['_config.yml', '_config.yaml', '_config.toml']

/**
 * Reads a Jekyll site into plain values: configuration, layouts, includes, data, posts, pages; other files by name only.
 *
 * Files outside of the folder (by symbolic link), unreadable ones and ones too large to render are left out and named in
 * `problems`.
 *
 * @throws LecternError 'site.not-found'
 */
export async function readSite(siteDir: string, options: ReadSiteOptions = {}): Promise<SiteSnapshot> {
  const source = resolve(siteDir)
  const info = await stat(source).catch(() => undefined)
  if (!info?.isDirectory()) throw new LecternError('site.not-found', [siteDir])
  const environment = options.environment ?? process.env
  const texts = options.texts ?? new SiteTexts()
  const problems: SiteProblem[] = []
  const configFiles = await readConfigs(source, options.config, texts, problems)
  const { values } = readConfiguration(source, configFiles)
  const classifier = new FileClassifier(values)
  const found = await walkSite(source, problems)
  const classified = found.flatMap(file => {
    const role = classifier.classify(file.path)
    return role ? [{ file, role }] : []
  })
  const files = await readFiles(source, classified, texts, problems)
  const separator = values.get('excerpt_separator')
  const kept = shorten(
    files,
    options.wholeBytes ?? defaultWholeBytes,
    typeof separator === 'string' ? separator : '\n\n',
  )
  const { fetchedThemes } = options
  const theme = await readTheme(values, { source, environment, fetchedThemes }, texts, problems)
  const snapshot: Omit<SiteSnapshot, 'version'> = {
    source,
    configFiles,
    files: kept,
    ...theme,
    environment: environment['JEKYLL_ENV'] ?? 'production',
    timezone: environment['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    readAtSeconds: options.nowSeconds ?? Math.floor(Date.now() / 1000),
    hosting: {
      ...(await readHosting(source)),
      ...(options.jekyll !== undefined && { chosen: options.jekyll }),
    },
    problems,
  }
  return { version: versionOf(snapshot), ...snapshot }
}

async function readConfigs(
  source: string,
  names: readonly string[] | undefined,
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<SiteFile[]> {
  const wanted = names ?? (await firstThere(source, defaultConfigs))
  const files: SiteFile[] = []
  for (const path of wanted) {
    const info = await stat(resolve(source, path)).catch(() => undefined)
    if (!info?.isFile()) {
      problems.push({
        code: 'config.missing',
        message: `The configuration file '${path}' could not be found.`,
        path,
      })
      continue
    }
    const file = { path, sizeBytes: info.size, modifiedSeconds: info.mtimeMs / 1000 }
    const text = await texts.read(resolve(source, path), file, problems)
    files.push({ ...file, ...(text !== undefined && { text }) })
  }
  return files
}

async function firstThere(source: string, names: readonly string[]): Promise<string[]> {
  for (const name of names) if (await stat(join(source, name)).catch(() => undefined)) return [name]
  return []
}

interface ClassifiedFile {
  readonly file: FoundFile
  readonly role: FileRole
}

async function readFiles(
  source: string,
  classified: readonly ClassifiedFile[],
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<SiteFile[]> {
  const files: SiteFile[] = []
  for (let from = 0; from < classified.length; from += readTogether) {
    const some = classified.slice(from, from + readTogether)
    files.push(...(await Promise.all(some.map(entry => readClassified(source, entry, texts, problems)))))
  }
  return withRelativeIncludes(source, files, texts, problems)
}

/** Files read at the same time. */
const readTogether = 64

async function readClassified(
  source: string,
  { file, role }: ClassifiedFile,
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<SiteFile> {
  const path = join(source, file.path)
  if (isBesidePosts(file.path, role)) return { ...file, hasFrontMatter: false }
  const isPage = role.type === 'file' || role.type === 'document'
  const hasFrontMatter = isPage ? await texts.startsWithMarker(path, file) : role.type !== 'sass'
  // GitHub Pages makes pages of Markdown without front matter too.
  const mayBePage = role.type === 'file' && /\.(?:md|markdown|mkd|mkdn|mkdown)$/i.test(file.path)
  const text = hasFrontMatter || mayBePage ? await texts.read(path, file, problems) : undefined
  return { ...file, hasFrontMatter, ...(text !== undefined && { text }) }
}

/** Pictures and the like that lie among posts: Jekyll passes over what has not the name of one. */
function isBesidePosts(path: string, role: FileRole): boolean {
  if (role.type === 'post') return !/(?:^|\/)\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/.test(path)
  return role.type === 'draft' && isBinaryName(path)
}

/** Files a document includes from beside it need their text, whatever they are. */
async function withRelativeIncludes(
  source: string,
  files: readonly SiteFile[],
  texts: SiteTexts,
  problems: SiteProblem[],
): Promise<SiteFile[]> {
  const wanted = new Set<string>()
  for (const { path, text } of files)
    for (const [, name] of text?.matchAll(/\{%-?\s*include_relative\s+([^\s%]+)/g) ?? [])
      wanted.add(join(path, '..', name!).replaceAll('\\', '/'))
  const known = new Map(files.map(file => [file.path, file]))
  for (const path of wanted) {
    if (path.startsWith('..') || known.get(path)?.text !== undefined) continue
    if (!(await liesInside(source, path))) continue
    const info = await stat(join(source, path)).catch(() => undefined)
    if (!info?.isFile()) continue
    const file = { path, sizeBytes: info.size, modifiedSeconds: info.mtimeMs / 1000, hasFrontMatter: false }
    const text = await texts.read(join(source, path), file, problems)
    known.set(path, { ...file, ...(text !== undefined && { text }) })
  }
  return [...known.values()]
}

async function liesInside(source: string, path: string): Promise<boolean> {
  const root = await realpath(source)
  const target = await realpath(join(source, path)).catch(() => undefined)
  return target?.startsWith(root + sep) ?? false
}

/** Leaves out the bodies of posts where together they are too much to hand around. */
function shorten(files: readonly SiteFile[], wholeBytes: number, separator: string): readonly SiteFile[] {
  const isPost = (file: SiteFile): boolean => /(?:^|\/)_(?:posts|drafts)\//.test(file.path)
  const total = files.filter(isPost).reduce((sum, file) => sum + (file.text?.length ?? 0), 0)
  if (total <= wholeBytes) return files
  return files.map(file => {
    if (!isPost(file) || file.text === undefined) return file
    const { content } = splitDocument(file.text)
    const head = file.text.slice(0, file.text.length - content.length)
    return { ...file, text: head + cutToExcerpt(content, separator), textIsCut: true }
  })
}

function versionOf(snapshot: Omit<SiteSnapshot, 'version'>): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([snapshot.source, snapshot.environment, snapshot.timezone, snapshot.hosting]))
  for (const file of [...snapshot.configFiles, ...snapshot.files, ...(snapshot.theme?.files ?? [])])
    hash.update(`${file.path}\0${file.sizeBytes}\0${file.modifiedSeconds}\n`)
  return hash.digest('hex').slice(0, 16)
}
