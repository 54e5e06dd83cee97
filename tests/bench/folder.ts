import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleForNode } from '../support/bundle.ts'
import { createPostsFolder } from '../support/fixtures/posts-folder.ts'
import { type Figure, figure, tableOf } from './figures.ts'
import type { FolderFigures } from './folder-service.ts'

/**
 * `npm run bench:folder`: opening, listing, watching and searching folders of 100, 1,000 and 10,000 posts of 6.3 KB.
 * Prints a table, the memory, and last the same as one line of JSON.
 */
const sizes = [100, 1_000, 10_000] as const
const bytesEach = 6_300
const warmStarts = 5

const run = promisify(execFile)

const program = mkdtempSync(join(tmpdir(), 'lectern-bench-service-'))
await bundleForNode(
  {
    service: join(import.meta.dirname, 'folder-service.ts'),
    'search-worker': join(import.meta.dirname, '../../electron/services/search-worker.ts'),
  },
  program,
)

async function measure(home: string, what: 'open' | 'work'): Promise<FolderFigures> {
  const { stdout } = await run(process.execPath, [join(program, 'service.mjs'), home, what])
  return JSON.parse(stdout) as FolderFigures
}

async function measureFolder(
  posts: number,
): Promise<{ readonly figures: Figure[]; readonly memoryMb: number }> {
  const home = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    createPostsFolder(join(home, 'site'), { posts, bytesEach })
    const cold = await measure(home, 'open')
    // Files this young are read again; see the cache of the list.
    await new Promise(resolve => setTimeout(resolve, 2_500))
    await measure(home, 'open')
    const warm: FolderFigures[] = []
    for (let start = 0; start < warmStarts; start++) warm.push(await measure(home, 'open'))
    const work = await measure(home, 'work')
    const subject = `${posts.toLocaleString('en')} posts`
    return {
      figures: [
        figure({ what: 'open and list, first time', subject }, [cold.openMs]),
        figure(
          { what: 'open and list, warm', subject, limit: 1_000 },
          warm.map(({ openMs }) => openMs),
        ),
        figure(
          { what: 'list again', subject },
          warm.map(({ againMs }) => againMs),
        ),
        figure({ what: 'change outside → in the list', subject, limit: 1_000 }, work.changeMs),
        figure({ what: 'search', subject, limit: 50 }, work.searchMs),
      ],
      memoryMb: Math.round(work.memoryMb),
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const measured = []
try {
  for (const posts of sizes) measured.push({ posts, ...(await measureFolder(posts)) })
} finally {
  rmSync(program, { recursive: true, force: true })
}
process.stdout.write(`${tableOf(measured.flatMap(({ figures }) => figures))}\n\n`)
for (const { posts, memoryMb } of measured)
  process.stdout.write(
    `memory with ${posts.toLocaleString('en')} posts, search included: ${memoryMb} MB (asked: 300)\n`,
  )
process.stdout.write(`${JSON.stringify(measured)}\n`)
