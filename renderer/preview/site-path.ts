import type { RepoPath } from '../../core/contract/index.ts'

/**
 * A path of the open folder as the site names it.
 *
 * @param folder absolute path of the open folder, which may lie inside the site or around it
 * @param source absolute path of the site's source
 * @returns relative to `source`; the path as it is where neither lies in the other
 */
export function sitePath(path: RepoPath, folder: string, source: string): string {
  const open = withSlash(folder)
  const site = withSlash(source)
  const absolute = open + path
  return absolute.startsWith(site) ? absolute.slice(site.length) : path
}

function withSlash(folder: string): string {
  const plain = folder.replaceAll('\\', '/')
  return plain.endsWith('/') ? plain : `${plain}/`
}
