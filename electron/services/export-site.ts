import { existsSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { candidatePaths, findFileReferences } from '../../core/export/index.ts'

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

function foldersUpTo(folder: string, root: string): string[] {
  const folders = [folder]
  for (let each = folder; each !== root && dirname(each) !== each; each = dirname(each))
    folders.push(dirname(each))
  return folders
}

/** The files of the site a post names, as far as they are there. Absolute. */
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
  return [...found]
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false
}
