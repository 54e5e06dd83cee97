/**
 * What Jekyll's part of Lectern costs, in one run:
 *
 *     node tests/bench/jekyll.ts [SITE]
 *
 * A folder of 2,000 generated posts with a sidebar that lists them all: snapshot cold and warm, the site made of it, one
 * post rendered as keys are typed into it. And all posts of SITE with their layouts, by Lectern in a first pass from
 * the disk and a second one in the worker, nothing kept between, and by the real Jekyll where it is installed (start-up subtracted).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SiteSnapshot, createSite, listDocuments, renderDocument } from '../../core/jekyll/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'
import { SiteTexts } from '../../electron/services/site-texts.ts'
import { available } from '../support/needs.ts'
import { type Figure, figure, tableOf } from './figures.ts'
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
async function renderAll(folder: string, snapshot?: SiteSnapshot): Promise<number> {
  const { ms } = await timed(async () => {
    const read = snapshot ?? (await readSite(folder, { wholeBytes: Infinity }))
    const site = createSite(read, { drafts: true, future: true, jekyll: '4.3' })
    for (const { path } of listDocuments(site)) renderDocument(site, { path, layout: true })
  })
  return ms
}

function jekyllSeconds(folder: string): number {
  const build = (source: string): number => {
    const destination = mkdtempSync(join(tmpdir(), 'lectern-built-'))
    const started = performance.now()
    const options = ['build', '-q', '-D', '--future', '--disable-disk-cache', '-s', source, '-d', destination]
    execFileSync('jekyll', options, { stdio: 'ignore', env: { ...process.env, LANG: 'C.UTF-8' } })
    rmSync(destination, { recursive: true })
    return performance.now() - started
  }
  const empty = mkdtempSync(join(tmpdir(), 'lectern-empty-'))
  const startUp = build(empty)
  rmSync(empty, { recursive: true })
  return build(folder) - startUp
}

async function measureSite(folder: string): Promise<Figure[]> {
  const first = await renderAll(folder)
  const snapshot = await readSite(folder, { wholeBytes: Infinity })
  const second = await renderAll(folder, snapshot)
  const figures = [
    figure({ what: 'all posts with layouts, first pass', subject }, [first]),
    figure({ what: 'all posts with layouts, second pass in the worker', subject }, [second]),
  ]
  if (!available('jekyll')) return figures
  return [...figures, figure({ what: 'all posts with layouts', subject: 'Jekyll' }, [jekyllSeconds(folder)])]
}

const [site] = process.argv.slice(2)
// The site first: its first pass is to be that of a fresh process.
const ofSite = site === undefined ? [] : await measureSite(site)
const figures = [...ofSite, ...(await measureLargeSite())]
const megabytes = Math.round(process.memoryUsage().rss / 1_000_000)
process.stdout.write(
  `${tableOf(figures)}\n\nmemory: ${megabytes} MB\n${JSON.stringify({ figures, megabytes })}\n`,
)
