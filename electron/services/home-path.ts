import { homedir } from 'node:os'

/** A path that begins with `~` as an absolute one; any other as it is. */
export function fromHome(path: string, home = homedir()): string {
  return path === '~' ? home : path.replace(/^~(?=[/\\])/, home)
}
