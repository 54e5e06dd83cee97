import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gatherExport } from '../../electron/services/export-gather.ts'
import { applyExport } from '../../electron/services/export-runner.ts'
import { type TestRepository, makeRepository, plainGit } from '../support/git-repository.ts'
import { type Figure, figure, tableOf } from './figures.ts'

/**
 * `npm run bench:export`: 1,000 posts at once, how soon a cancelled export has let go, and a one-letter fix in an old
 * post of that blog. Prints a table, the most memory used, and last the same as one line of JSON.
 */
const posts = 1_000
const postBytes = 6_000

function text(index: number): string {
  const paragraph =
    'The speaker thanks everybody who came to hear about small kernels, and answers a question. '
  const body = Array.from({ length: Math.ceil(postBytes / 460) }, () => paragraph.repeat(5))
  return `---\ntitle: Talk number ${index}\nlayout: post\n---\n\n${body.join('\n\n')}\n`
}

function path(index: number): string {
  return `_posts/20${String(10 + (index % 15)).padStart(2, '0')}-01-${String(1 + (index % 28)).padStart(2, '0')}-talk-${index}.md`
}

async function timed<T>(task: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  return [await task(), performance.now() - began]
}

function gather(repo: TestRepository, paths: readonly string[]) {
  return gatherExport(plainGit, {
    posts: paths.map(each => join(repo.root, each)),
    commit: true,
    stateFolder: join(repo.root, '../state'),
  })
}

/** A cancelled export gives back the repository as it was; this long after the click. */
async function measureCancel(repo: TestRepository, paths: readonly string[]): Promise<number> {
  const prepared = await gather(repo, paths)
  const controller = new AbortController()
  let cancelledAt = 0
  const applied = applyExport(plainGit, prepared, {
    signal: controller.signal,
    progress: done => {
      if (done < posts / 2 || cancelledAt > 0) return
      cancelledAt = performance.now()
      controller.abort()
    },
  })
  await applied.then(
    () => {
      throw new Error('it was not cancelled')
    },
    () => undefined,
  )
  return performance.now() - cancelledAt
}

export async function measureExport(): Promise<Figure[]> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-bench-')))
  try {
    const repo = makeRepository(join(top, 'blog'), {
      '_config.yml': 'title: A blog\n',
      '_layouts/post.html': '{{ content }}\n',
    })
    const paths = Array.from({ length: posts }, (_, index) => path(index))
    for (const [index, each] of paths.entries()) repo.write(each, text(index))
    const cancelMs = await measureCancel(repo, paths)
    const [prepared, planMs] = await timed(() => gather(repo, paths))
    const [, applyMs] = await timed(() => applyExport(plainGit, prepared))
    const fixes: number[] = []
    for (let round = 0; round < 5; round++) {
      repo.write(paths[7]!, text(7).replace('thanks', `thanks${'!'.repeat(round + 1)}`))
      const [, fixMs] = await timed(async () => applyExport(plainGit, await gather(repo, [paths[7]!])))
      fixes.push(fixMs)
    }
    return [
      figure({ what: `plan ${posts} new posts`, subject: 'lectern' }, [planMs]),
      figure({ what: `write and commit ${posts} new posts`, subject: 'lectern' }, [applyMs]),
      figure({ what: 'cancel half-way', subject: 'lectern', limit: 1_000 }, [cancelMs]),
      figure({ what: `one-letter fix in a blog of ${posts}`, subject: 'lectern', limit: 2_000 }, fixes),
    ]
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const figures = await measureExport()
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${tableOf(figures)}\n\nmost memory used: ${peakMegabytes} MB\n`)
  process.stdout.write(`${JSON.stringify({ figures, peakMegabytes })}\n`)
}
