import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { severalAtATime } from './several-at-a-time.ts'

/** A post another one is compared with or learned from. */
export interface AuthorPost {
  readonly file: string
  readonly source: string
}

const largestSizeBytes = 1024 * 1024
const markdown = /\.(?:md|markdown|mkdn?|mkd)$/i
const neverPosts = new Set(['node_modules', '_site', 'vendor', '.git', '.jekyll-cache'])

/**
 * The posts of an author, newest first by the date in the file's name: those of the folder itself, and of `_posts`,
 * `_drafts` and collections of the site it lies in.
 *
 * @param except a file that is left out
 */
export async function readAuthorPosts(folder: string, except?: string): Promise<AuthorPost[]> {
  const site = await siteAbove(folder)
  const roots = site ? await postFolders(site) : []
  const found = new Set([...(await filesIn(folder)), ...(await Promise.all(roots.map(filesBelow))).flat()])
  const files = [...found].filter(file => file !== except).toSorted(newestFirst)
  return readPosts(files)
}

/** Every Markdown file in a folder and below it, newest first; folders that hold no posts are left out. */
export async function readPostsBelow(folder: string): Promise<AuthorPost[]> {
  return readPosts(await findPostsBelow(folder))
}

/** The same without reading them. */
export async function findPostsBelow(folder: string): Promise<string[]> {
  return (await filesBelow(folder)).toSorted(newestFirst)
}

/** In the order given; what cannot be read is left out. */
export async function readPosts(files: readonly string[]): Promise<AuthorPost[]> {
  const posts = await severalAtATime(files, readSmall)
  return posts.filter(post => post !== undefined)
}

/** The site a folder lies in: the nearest folder with a `_config.yml`, up to the repository's root. */
export async function siteAbove(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const names = new Set(await readdir(at).catch(() => []))
    if (names.has('_config.yml') || names.has('_config.yaml')) return at
    if (names.has('.git') || dirname(at) === at) return undefined
  }
}

/** `_posts` and `_drafts` at the top and one level down, as in sites with a folder for each language. */
async function postFolders(site: string): Promise<string[]> {
  const entries = await readdir(site, { withFileTypes: true }).catch(() => [])
  const folders = entries
    .filter(entry => entry.isDirectory() && !neverPosts.has(entry.name))
    .map(entry => entry.name)
  return ['', ...folders.filter(name => !name.startsWith('_'))].flatMap(name => [
    join(site, name, '_posts'),
    join(site, name, '_drafts'),
  ])
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const here = entries.filter(entry => entry.isFile() && markdown.test(entry.name))
  const folders = entries.filter(entry => entry.isDirectory() && !neverPosts.has(entry.name))
  const below = await Promise.all(folders.map(entry => filesBelow(join(folder, entry.name))))
  return [...here.map(entry => join(folder, entry.name)), ...below.flat()]
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile() && markdown.test(entry.name))
    .map(entry => join(folder, entry.name))
}

function newestFirst(a: string, b: string): number {
  return dateOf(b).localeCompare(dateOf(a)) || a.localeCompare(b)
}

function dateOf(file: string): string {
  return /\d{4}-\d{1,2}-\d{1,2}/.exec(file.split(sep).at(-1)!)?.[0] ?? ''
}

/** What cannot be read teaches nothing. */
async function readSmall(file: string): Promise<AuthorPost | undefined> {
  const size = await stat(file).then(
    facts => facts.size,
    () => Infinity,
  )
  if (size > largestSizeBytes) return undefined
  return readFile(file, 'utf8').then(
    source => ({ file, source }),
    () => undefined,
  )
}
