import type { GitEntry } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput } from './git.ts'

/** The stored bytes of committed files, by path, before any filter of the repository's. */
export async function readBlobs(
  git: Git,
  repository: Repository,
  entries: readonly GitEntry[],
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  const present = entries.filter(entry => entry.id !== undefined)
  if (present.length === 0) return contents
  const output = await gitOutput(git, repository.root, ['cat-file', '--batch'], {
    input: present.map(({ id }) => `${id}\n`).join(''),
  })
  let at = 0
  for (const { path } of present) {
    const lineEnd = output.indexOf('\n', at)
    const size = Number(output.subarray(at, lineEnd).toString('latin1').split(' ')[2])
    if (Number.isNaN(size)) throw new Error(`git does not have the committed content of ${path}`)
    contents.set(path, output.subarray(lineEnd + 1, lineEnd + 1 + size))
    at = lineEnd + 1 + size + 1
  }
  return contents
}
