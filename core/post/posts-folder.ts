/**
 * Where a new post goes: beside the newest one, else in `_posts`.
 *
 * @param paths of the posts, newest first, relative to the open folder
 * @returns without a slash at its end; empty for the open folder itself
 */
export function folderForNewPosts(paths: readonly string[]): string {
  const [newest] = paths
  return newest === undefined ? '_posts' : newest.split('/').slice(0, -1).join('/')
}
