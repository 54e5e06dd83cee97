import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { type HouseStyle, learnHouse, learnIncludes } from '../../core/post/index.ts'

/** Posts and includes read at most; the newest posts come first, and they teach. */
const mostPosts = 200
const mostIncludes = 300
const largestSizeBytes = 1024 * 1024

/**
 * How the author of a folder writes embeds: read from its newest posts and the site's `_includes`. The site is the
 * folder itself or one above it with a `_config.yml`; without one, the Markdown files of the folder teach.
 */
export async function readHouse(folder: string): Promise<HouseStyle> {
  const site = await siteAbove(folder)
  const includes = site ? await readIncludes(join(site, '_includes')) : {}
  const posts = await newestPosts(folder, site)
  const sources = await Promise.all(posts.map(readSmall))
  const siteHost = site === undefined ? undefined : await publishedHost(site)
  return {
    ...learnHouse(
      sources.filter(source => source !== undefined),
      { includes },
    ),
    ...(siteHost !== undefined && { siteHost }),
  }
}

/** The host of `url` in the site's configuration. */
async function publishedHost(site: string): Promise<string | undefined> {
  const config = await readSmall(join(site, '_config.yml'))
  return /^url\s*:\s*["']?https?:\/\/([\w.-]+)/m.exec(config ?? '')?.[1]
}

async function siteAbove(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const names = new Set(await namesIn(at))
    if (names.has('_config.yml') || names.has('_config.yaml') || names.has('_config.toml')) return at
    if (names.has('.git') || dirname(at) === at) return undefined
  }
}

async function readIncludes(folder: string): Promise<ReturnType<typeof learnIncludes>> {
  const paths = (await filesBelow(folder, /\.(?:html?|liquid|md|markdown)$/)).slice(0, mostIncludes)
  const read = await Promise.all(
    paths.map(async path => [relative(folder, path).split(sep).join('/'), await readSmall(path)] as const),
  )
  return learnIncludes(read.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** By the date in the file's name, newest first. */
async function newestPosts(folder: string, site: string | undefined): Promise<string[]> {
  const markdown = /\.(?:md|markdown|mkdn?|mkd)$/
  const here = (await namesIn(folder)).filter(name => markdown.test(name)).map(name => join(folder, name))
  const roots = new Set([join(folder, '_posts'), ...(site ? [join(site, '_posts')] : [])])
  const below = await Promise.all([...roots].map(root => filesBelow(root, markdown)))
  const dateOf = (path: string) => /\d{4}-\d{1,2}-\d{1,2}/.exec(path.split(sep).at(-1)!)?.[0] ?? ''
  return [...new Set([...here, ...below.flat()])]
    .toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)) || a.localeCompare(b))
    .slice(0, mostPosts)
}

async function filesBelow(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile() && name.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}

/** A folder that cannot be read teaches nothing. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function readSmall(path: string): Promise<string | undefined> {
  const size = await stat(path).then(
    facts => facts.size,
    () => Infinity,
  )
  return size > largestSizeBytes ? undefined : readFile(path, 'utf8').catch(() => undefined)
}
