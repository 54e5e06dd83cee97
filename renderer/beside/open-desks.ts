import type { RepoPath } from '../../core/contract/index.ts'
import type { Lectern } from '../app/lectern.ts'

/** The post of the window, and the one beside it where there is one. */
function openPosts(lectern: Lectern): readonly Lectern[] {
  const second = lectern.beside.lectern()
  return second ? [lectern.beside.first(), second] : [lectern.beside.first()]
}

/** Saves what is typed in either editor. @returns whether each file holds its text */
export async function saveOpenPosts(lectern: Lectern, paths?: readonly RepoPath[]): Promise<boolean> {
  const asked = openPosts(lectern).filter(({ document }) => {
    const { path } = document.get()
    return path !== undefined && (paths?.includes(path) ?? true)
  })
  const saved = await Promise.all(asked.map(({ desk }) => desk.save()))
  return saved.every(Boolean)
}

/** Posts were written by Lectern itself, which the host does not announce: an editor that shows one reads it again. */
export function tellWritten(lectern: Lectern, paths: readonly RepoPath[]): void {
  for (const { desk, document } of openPosts(lectern)) {
    const { path } = document.get()
    if (path !== undefined && paths.includes(path)) desk.onHostEvent({ type: 'post-changed', path })
  }
}

/** The window with the editor in which a post is open: the first, unless it is the one beside. */
export function showing(lectern: Lectern, path: RepoPath): Lectern {
  return openPosts(lectern).find(({ document }) => document.get().path === path) ?? lectern
}
