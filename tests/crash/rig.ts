import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { bundleForNode } from '../support/bundle.ts'
import { type Numbers, play } from './hour.ts'
import { type Faults, Ledger } from './ledger.ts'
import { Page } from './page.ts'
import { createRandom } from './random.ts'
import { type ServiceProcess, startService } from './service-process.ts'
import { startingText } from './texts.ts'

/** Where kills fell. */
export interface Phases {
  save: number
  journal: number
  rename: number
  trash: number
  reading: number
  idle: number
}

export interface CrashResult {
  readonly runs: number
  readonly faults: Faults
  readonly phases: Phases
  /** Further kills, while a service was starting. */
  readonly startKills: number
  readonly complaints: readonly string[]
  readonly words: number
  readonly keptChanges: number
  readonly outsideLines: number
}

export interface CrashOptions {
  readonly runs: number
  readonly seed: number
  readonly onRun?: (done: number, faults: Faults) => void
}

/** An hour of writing takes 12 s, and the service is killed a hundred times in it, at moments uniform over the hour. */
const hourMs = 12_000
const killsAnHour = 100
const posts = 5

/** After one in ten of these kills, the service that comes next is killed too, while it starts and brings back. */
const startKillShare = 0.1
const latestStartKillMs = 60

export async function crash({ runs, seed, onRun }: CrashOptions): Promise<CrashResult> {
  const random = createRandom(seed)
  const faults: Faults = { lost: 0, torn: 0, overwritten: 0, falseSaved: 0 }
  const phases: Phases = { save: 0, journal: 0, rename: 0, trash: 0, reading: 0, idle: 0 }
  const complaints: string[] = []
  const numbers: Numbers = { word: 1, line: 1, name: 1 }
  let started = 0
  const program = mkdtempSync(join(tmpdir(), 'lectern-crash-service-'))
  await bundleForNode({ service: join(import.meta.dirname, 'service.ts') }, program)
  const start = (): Promise<ServiceProcess> =>
    startService(join(program, 'service.mjs'), `s${(started++).toString(36)}`)
  let next = start()
  const takeNext = async (): Promise<ServiceProcess> => {
    const taken = await next
    next = start()
    return taken
  }
  let done = 0
  let startKills = 0
  let keptChanges = 0
  while (done < runs) {
    const home = mkdtempSync(join(tmpdir(), 'lectern-crash-'))
    const site = join(home, 'site')
    const ledger = new Ledger(site, startingPosts(site))
    const hour = Array.from({ length: killsAnHour }, () => random.next() * hourMs).toSorted((a, b) => a - b)
    const moments = hour.slice(0, runs - done)
    let played = 0
    for (const moment of moments) {
      const service = await takeNext()
      await service.open(home)
      const page = new Page(service, ledger)
      await page.recover()
      const playing = play({ page, ledger, site, random, numbers })
      const began = performance.now()
      await Promise.race([wait(Math.max(0, moment - played)), playing.failed])
      playing.stop()
      ledger.checkPatience(playing.oldestUnsafeMs(), 'at a kill')
      phases[phaseOf(service.underWay())]++
      await service.kill()
      played = Math.max(moment, played + performance.now() - began)
      done++
      onRun?.(done, ledger.faults)
      if (random.next() > startKillShare) continue
      await killAtStart(await takeNext(), home, ledger, random.next() * latestStartKillMs)
      startKills++
    }
    const last = await takeNext()
    await last.open(home)
    await new Page(last, ledger).recover()
    await last.kill()
    for (const fault of Object.keys(faults) as (keyof Faults)[]) faults[fault] += ledger.faults[fault]
    complaints.push(...ledger.complaints)
    keptChanges += ledger.keptChanges
    if (ledger.complaints.length === 0) rmSync(home, { recursive: true, force: true })
    else complaints.push(`the folder is kept: ${home}`)
  }
  await (await next).kill()
  rmSync(program, { recursive: true, force: true })
  const [words, outsideLines] = [numbers.word - 1, numbers.line - 1]
  return { runs: done, faults, phases, startKills, complaints, words, keptChanges, outsideLines }
}

async function killAtStart(service: ServiceProcess, home: string, ledger: Ledger, afterMs: number) {
  // Neither is ever answered once the service is gone.
  void service.open(home).then(() => new Page(service, ledger).recover())
  await wait(afterMs)
  await service.kill()
}

function startingPosts(site: string): { readonly name: string; readonly text: string }[] {
  mkdirSync(join(site, '_posts'), { recursive: true })
  writeFileSync(join(site, '_config.yml'), '')
  return Array.from({ length: posts }, (_, index) => {
    const post = { name: `_posts/2026-01-0${index + 1}-post.md`, text: startingText(index + 1) }
    writeFileSync(join(site, post.name), post.text)
    return post
  })
}

function phaseOf(methods: readonly string[]): keyof Phases {
  if (methods.includes('renamePost')) return 'rename'
  if (methods.includes('savePost')) return 'save'
  if (methods.includes('trashPost') || methods.includes('restorePost')) return 'trash'
  if (methods.some(method => /^keep(?:Draft|Change)$/.test(method)) || methods.includes('dropDraft'))
    return 'journal'
  return methods.length > 0 ? 'reading' : 'idle'
}
