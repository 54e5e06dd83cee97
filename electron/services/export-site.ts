import { existsSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { candidatePaths, findFileReferences } from '../../core/export/index.ts'
import { galleryFilesOf } from './picture-site.ts'

const configurations = ['_config.yml', '_config.yaml', '_config.toml']

/** The Jekyll site around a folder: the nearest one above it with a configuration, or else with posts; never outside `root`. */
export async function findSiteFolder(folder: string, root: string): Promise<string> {
  const above = foldersUpTo(folder, root)
  return (
    above.find(each => configurations.some(name => existsSync(join(each, name)))) ??
    above.findLast(each => existsSync(join(each, '_posts'))) ??
    root
  )
}

/** Whether Jekyll would find anything of its own in a folder. */
export function isSite(folder: string): boolean {
  return [...configurations, '_posts'].some(name => existsSync(join(folder, name)))
}

function foldersUpTo(folder: string, root: string): string[] {
  const folders = [folder]
  for (let each = folder; each !== root && dirname(each) !== each; each = dirname(each))
    folders.push(dirname(each))
  return folders
}

/** The files of the site a post names, or shows in a gallery, as far as they are there. Absolute. */
export async function usedFiles(source: string, post: string, site: string): Promise<string[]> {
  const folder = relative(site, dirname(post)).split(sep).join('/')
  const found = new Set<string>()
  for (const reference of findFileReferences(source)) {
    for (const candidate of candidatePaths(reference, folder)) {
      const path = join(site, candidate)
      if (!(await isFile(path))) continue
      found.add(path)
      break
    }
  }
  for (const shown of await galleryFilesOf(source, site))
    if (await isFile(join(site, shown))) found.add(join(site, shown))
  return [...found]
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false
}

/** Never looked into for posts. */
const passedOver = new Set([
  '_site',
  'vendor',
  'node_modules',
  '.git',
  '.jekyll-cache',
  '_layouts',
  '_includes',
  '_sass',
  '_data',
])

/** Posts, drafts and documents of collections of a site, relative to it. */
export async function sitePosts(site: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (folder: string, within: boolean): Promise<void> => {
    const entries = await readdir(join(site, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name)) await visit(path, within || entry.name.startsWith('_'))
      } else if (within && /\.(?:md|markdown|mkdn?|mkdown|html)$/i.test(entry.name)) found.push(path)
    }
  }
  await visit('', false)
  return found.toSorted()
}

/** Names of the folders at the root of a site, and one level below. */
export async function siteFolders(site: string): Promise<string[]> {
  const top = await foldersIn(site)
  const below = await Promise.all(
    top.map(async name => (await foldersIn(join(site, name))).map(each => `${name}/${each}`)),
  )
  return [...top, ...below.flat()]
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter(entry => entry.isDirectory() && !passedOver.has(entry.name)).map(entry => entry.name)
}
