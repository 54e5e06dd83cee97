import type { PastCommit } from '../../core/export/index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, runGit } from './git.ts'

/** Enough to learn a style from, and read in a few milliseconds. */
const commitsRead = 200

/**
 * The newest commits of the branch, newest first; merges are left out.
 *
 * @param writer `Name <address>`, whose commits are told from those of others
 */
export async function readLog(
  git: Git,
  repository: Repository,
  writer: string | undefined,
): Promise<PastCommit[]> {
  const asked = await runGit(git, repository.root, [
    'log',
    `--max-count=${commitsRead}`,
    '--no-merges',
    '--no-renames',
    '--name-status',
    '-z',
    '--format=%x01%ae%x02%s%x02%b%x02',
  ])
  const own = /<(.*)>$/.exec(writer ?? '')?.[1]
  return asked.stdout
    .toString('utf8')
    .split('\x01')
    .slice(1)
    .map(block => parseCommit(block, own))
}

function parseCommit(block: string, ownAddress: string | undefined): PastCommit {
  const [address, subject, body, names] = block.split('\x02')
  const fields = (names ?? '').split('\0').map(text => text.replace(/^\n+/, ''))
  const added: string[] = []
  const modified: string[] = []
  for (let at = 0; at + 1 < fields.length; at++) {
    if (fields[at] === 'A') added.push(fields[++at]!)
    else if (fields[at] === 'M') modified.push(fields[++at]!)
  }
  return { subject: subject ?? '', body: body ?? '', own: address === ownAddress, added, modified }
}
