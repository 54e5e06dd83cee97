/**
 * What Jekyll's part of Lectern costs, in one run:
 *
 *     npm run -s bench:jekyll [-- SITE]
 *
 * A folder of 2,000 generated posts with a sidebar that lists them all: snapshot cold and warm, the site made of it, one
 * post rendered as keys are typed into it. And all posts of SITE with their layouts, by Lectern in a first pass from
 * the disk and a second one in the worker, nothing kept between, and by the real Jekyll where it is installed, with an
 * empty cache (start-up subtracted). Without SITE it is the public blog that Lectern began with, where that lies beside
 * the project, in a copy with layouts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SiteSnapshot, createSite, listDocuments, renderDocument } from '../../core/jekyll/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'
import { SiteTexts } from '../../electron/services/site-texts.ts'
import { hasAmirmcBlog, writeAmirmcBlog } from '../support/amirmc-blog.ts'
import { available } from '../support/needs.ts'
import { type Figure, figure, tableOf } from './figures.ts'
import { type Cost, jekyllCost } from './jekyll-cost.ts'
import { generateSite, postCount } from './large-site.ts'

const subject = 'Lectern'

async function timed<T>(step: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now()
  const value = await step()
  return { value, ms: performance.now() - started }
}

async function measureLargeSite(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  generateSite(folder)
  const texts = new SiteTexts()
  const cold = await timed(() => readSite(folder, { texts }))
  const warm = await timed(() => readSite(folder, { texts }))
  const made = await timed(() => createSite(warm.value))
  const path = listDocuments(made.value).at(-1)!.path
  const source = warm.value.files.find(file => file.path === path)!.text!
  const content: number[] = []
  const pages: number[] = []
  renderDocument(made.value, { path, source })
  for (let key = 0; key < 60; key++) {
    const typed = source.replace('Number', `Number ${'x'.repeat(key + 1)}`)
    content.push((await timed(() => renderDocument(made.value, { path, source: typed }))).ms)
    pages.push(
      (await timed(() => renderDocument(made.value, { path, source: `${typed}y`, layout: true }))).ms,
    )
  }
  rmSync(folder, { recursive: true })
  return [
    figure({ what: `snapshot of ${postCount} posts, cold`, subject }, [cold.ms]),
    figure({ what: `snapshot of ${postCount} posts, warm`, subject }, [warm.ms]),
    figure({ what: 'site made of the snapshot', subject }, [made.ms]),
    figure({ what: 'key → content, one post of them', subject, limit: 50 }, content),
    figure({ what: 'key → whole page with a list of all', subject }, pages),
  ]
}

/** One pass over all posts: from the disk as a fresh process does it, or from a snapshot as the worker does. */
async function renderAll(folder: string, snapshot?: SiteSnapshot): Promise<Cost> {
  const before = process.cpuUsage()
  const { ms } = await timed(async () => {
    const read = snapshot ?? (await readSite(folder, { wholeBytes: Infinity }))
    const site = createSite(read, { drafts: true, future: true, jekyll: '4.3' })
    for (const { path } of listDocuments(site)) renderDocument(site, { path, layout: true })
  })
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1_000 }
}

/** The passes of one site, and how often each fits into what Jekyll takes for it. */
async function measureSite(
  folder: string,
): Promise<{ readonly figures: Figure[]; readonly ratios: string[] }> {
  const first = await renderAll(folder)
  const snapshot = await readSite(folder, { wholeBytes: Infinity })
  const second = await renderAll(folder, snapshot)
  const passes = [
    { what: 'first pass', cost: first, wanted: 3 },
    { what: 'second pass in the worker', cost: second, wanted: 10 },
  ]
  const figures = passes.map(({ what, cost }) =>
    figure({ what: `all posts with layouts, ${what}`, subject }, [cost.ms]),
  )
  if (!available('jekyll')) return { figures, ratios: [] }
  const jekyll = jekyllCost(folder)
  return {
    figures: [...figures, figure({ what: 'all posts with layouts', subject: 'Jekyll' }, [jekyll.ms])],
    ratios: passes.map(
      ({ what, cost, wanted }) =>
        `${what}: ${(jekyll.ms / cost.ms).toFixed(1)} × as fast as Jekyll; counted in CPU time, ${(jekyll.cpuMs / cost.cpuMs).toFixed(1)} × (asked: ${wanted} ×)`,
    ),
  }
}

/** The folder named, else the public blog that Lectern began with, where it lies beside the project. */
async function measureOneSite(named: string | undefined): ReturnType<typeof measureSite> {
  if (named !== undefined) return measureSite(named)
  if (!hasAmirmcBlog) return { figures: [], ratios: ['no site was named, and none lies beside the project'] }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-amirmc-'))
  writeAmirmcBlog(folder)
  const measured = await measureSite(folder)
  rmSync(folder, { recursive: true })
  return measured
}

// The site first: its first pass is to be that of a fresh process.
const { figures: ofSite, ratios } = await measureOneSite(process.argv[2])
const figures = [...ofSite, ...(await measureLargeSite())]
const megabytes = Math.round(process.memoryUsage().rss / 1_000_000)
process.stdout.write(
  `${tableOf(figures)}\n\n${ratios.join('\n')}\nmemory: ${megabytes} MB\n${JSON.stringify({ figures, ratios, megabytes })}\n`,
)
