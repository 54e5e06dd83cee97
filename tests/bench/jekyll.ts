/**
 * What Jekyll's part of Lectern costs, in one run:
 *
 *     npm run -s bench:jekyll [-- SITE]
 *
 * All posts of SITE with their layouts, by Lectern in the first pass of a fresh process, from the disk on, and in the
 * second one of a worker, nothing kept between; and by the real Jekyll where it is installed, start-up subtracted, from
 * an empty cache and without a disk cache. Without SITE it is the public blog that Lectern began with, where that lies
 * beside the project, with layouts. And a folder of 2,000 generated posts with a sidebar that lists them all: snapshot
 * cold and warm, the site made of it, one post rendered as keys are typed into it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSite, listDocuments, renderDocument } from '../../core/jekyll/index.ts'
import { readSite } from '../../electron/services/site-reader.ts'
import { SiteTexts } from '../../electron/services/site-texts.ts'
import { hasAmirmcBlog, writeAmirmcBlog } from '../support/amirmc-blog.ts'
import { type Figure, figure, tableOf } from './figures.ts'
import { generateSite, postCount } from './large-site.ts'
import { measurePasses } from './site-passes.ts'

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

/** A copy of the folder named, else of the public blog that Lectern began with, where it lies beside the project. */
function copySite(named: string | undefined): string | undefined {
  if (named === undefined && !hasAmirmcBlog) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  if (named === undefined) writeAmirmcBlog(folder)
  else cpSync(named, folder, { recursive: true })
  return folder
}

async function measureOneSite(named: string | undefined): ReturnType<typeof measurePasses> {
  const folder = copySite(named)
  if (folder === undefined)
    return { figures: [], ratios: ['no site was named, and none lies beside the project'] }
  const measured = await measurePasses(folder)
  rmSync(folder, { recursive: true })
  return measured
}

const ofLargeSite = await measureLargeSite()
const megabytes = Math.round(process.memoryUsage().rss / 1_000_000)
const { figures: ofSite, ratios } = await measureOneSite(process.argv[2])
const figures = [...ofSite, ...ofLargeSite]
process.stdout.write(
  `${tableOf(figures)}\n\n${ratios.join('\n')}\nmemory: ${megabytes} MB\n${JSON.stringify({ figures, ratios, megabytes })}\n`,
)
