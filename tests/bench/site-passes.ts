import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { available } from '../support/needs.ts'
import { type Cost, costBeyond, medianCost } from './cost.ts'
import { type Figure, figure } from './figures.ts'
import { jekyllBuild } from './jekyll-build.ts'

/** How often each subject is asked. They take turns, so that what else the machine does meets all alike. */
const rounds = 7

const withoutDiskCache = ['--disable-disk-cache']

/**
 * All posts of a site with their layouts, by Lectern in a first and a second pass and by the real Jekyll, and how often
 * each pass fits into what Jekyll takes. Jekyll writes the pages, and its cache where it has one; Lectern hands them on.
 *
 * @param folder a copy of the site: Jekyll puts its cache there
 */
export async function measurePasses(
  folder: string,
): Promise<{ readonly figures: readonly Figure[]; readonly ratios: readonly string[] }> {
  const hasJekyll = available('jekyll')
  const programs = mkdtempSync(join(tmpdir(), 'lectern-programs-'))
  const program = await bundlePass(programs)
  const empty = mkdtempSync(join(tmpdir(), 'lectern-empty-'))
  const first: Cost[] = []
  const second: Cost[] = []
  const cold: Builds = { whole: [], startUp: [] }
  const uncached: Builds = { whole: [], startUp: [] }
  for (let round = 0; round < rounds; round++) {
    first.push(lecternPass(program, 'first', folder))
    second.push(lecternPass(program, 'second', folder))
    if (!hasJekyll) continue
    cold.startUp.push(jekyllBuild(empty))
    cold.whole.push(jekyllBuild(folder))
    uncached.startUp.push(jekyllBuild(empty, withoutDiskCache))
    uncached.whole.push(jekyllBuild(folder, withoutDiskCache))
  }
  for (const made of [empty, programs]) rmSync(made, { recursive: true })
  const all = 'all posts with layouts'
  const figures = [
    figure({ what: `${all}, first pass in a fresh process`, subject: 'Lectern' }, clockOf(first)),
    figure({ what: `${all}, second pass in a worker`, subject: 'Lectern' }, clockOf(second)),
  ]
  if (!hasJekyll) return { figures, ratios: ['Jekyll is not installed: there is nothing to compare with'] }
  const ratio = (what: string, pass: readonly Cost[], wanted: number): string =>
    `${what}: ${comparison(cold, pass)} cold, its cache empty (asked: ${wanted} ×); ${comparison(uncached, pass)} without a disk cache`
  return {
    figures: [
      ...figures,
      figure({ what: `${all}, cold: its cache empty`, subject: 'Jekyll' }, clockOf([beyondStartUp(cold)])),
      figure({ what: `${all}, without a disk cache`, subject: 'Jekyll' }, clockOf([beyondStartUp(uncached)])),
    ],
    ratios: [ratio('first pass', first, 3), ratio('second pass in the worker', second, 10)],
  }
}

async function bundlePass(folder: string): Promise<string> {
  // Not before: the bundler's memory is none of what the bench tells.
  const { bundleForNode } = await import('../support/bundle.ts')
  await bundleForNode({ 'lectern-pass': join(import.meta.dirname, 'lectern-pass.ts') }, folder)
  return join(folder, 'lectern-pass.mjs')
}

function lecternPass(program: string, which: 'first' | 'second', folder: string): Cost {
  return JSON.parse(execFileSync(process.execPath, [program, which, folder], { encoding: 'utf8' })) as Cost
}

interface Builds {
  readonly whole: Cost[]
  /** Of a folder with nothing in it. */
  readonly startUp: Cost[]
}

function beyondStartUp({ whole, startUp }: Builds): Cost {
  return costBeyond(medianCost(whole), medianCost(startUp))
}

function comparison(jekyll: Builds, pass: readonly Cost[]): string {
  const [theirs, ours] = [beyondStartUp(jekyll), medianCost(pass)]
  const byClock = (theirs.ms / ours.ms).toFixed(1)
  const byCpu = (theirs.cpuMs / ours.cpuMs).toFixed(1)
  return `${byClock} × as fast as Jekyll (${byCpu} × in CPU time)`
}

function clockOf(costs: readonly Cost[]): number[] {
  return costs.map(({ ms }) => ms)
}
