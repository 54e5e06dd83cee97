import type { RepoPath } from '../../core/contract/index.ts'

/** Whether a path from the site's folder and one from the open folder name one file: either may lie in the other. */
export function isSameFile(onSite: string, inFolder: RepoPath): boolean {
  return onSite === inFolder || onSite.endsWith(`/${inFolder}`) || inFolder.endsWith(`/${onSite}`)
}
