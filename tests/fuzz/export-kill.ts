import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { recoverExport } from '../../electron/services/export-recovery.ts'
import type { PreparedExport } from '../../electron/services/export-runner.ts'
import { findRepository } from '../../electron/services/git-repository.ts'
import type { ChildTask } from './export-child.ts'
import type { Random } from '../support/random.ts'
import type { Scenario } from './export-scenario.ts'
import { type Snapshot, differences, takeSnapshot, without } from './export-snapshot.ts'
import { differencesFromPlan, publishedBefore } from './export-verify.ts'

export interface KillTally {
  readonly outcome: 'nothing' | 'all' | 'refused'
  readonly halfDone: readonly string[]
  readonly othersChanged: readonly string[]
  readonly planDiffers: readonly string[]
}

/** An export takes about this long on this machine now; the moment of the kill is drawn from it. */
let spanMs = 220

/** Kills that come too early or too late say little: the next is drawn from a longer time, or a shorter one. */
function learnSpan(cameTooEarly: boolean): void {
  spanMs = Math.min(Math.max(spanMs * (cameTooEarly ? 1.15 : 0.85), 60), 5_000)
}

/** Runs an export in a process, kills it, starts anew, and looks at what is there. */
export async function killedExport(
  random: Random,
  scenario: Scenario,
  prepared: PreparedExport,
  before: Snapshot,
): Promise<KillTally> {
  const published = publishedBefore(scenario, prepared.plan)
  const withChildren = random.chance(0.5)
  const request = {
    posts: scenario.posts,
    ...(scenario.to === undefined ? {} : { to: scenario.to }),
    commit: scenario.repo !== undefined,
    stateFolder: join(scenario.folder, 'state'),
  }
  const said = await runAndKill({ git: scenario.git, request }, random.next() * spanMs, withChildren)
  const repository = scenario.repo && (await findRepository(scenario.git, scenario.root))
  await recoverExport(scenario.git, prepared.target, repository, join(scenario.folder, 'state'))
  if (said !== 'refused') learnSpan(said === 'go')
  const after = takeSnapshot(scenario)
  const ours = new Set(prepared.files.map(file => file.path))
  const othersChanged = differences(without(before, ours), without(after, ours))
  const fromBefore = differences(before, after)
  if (said === 'refused') return { outcome: 'refused', halfDone: fromBefore, othersChanged, planDiffers: [] }
  if (fromBefore.length === 0)
    return {
      outcome: 'nothing',
      halfDone: said === 'done' ? ['done was said'] : [],
      othersChanged,
      planDiffers: [],
    }
  const commit = scenario.repo ? scenario.repo.git('rev-parse', 'HEAD') : null
  if (commit !== null && commit === prepared.repository?.head)
    return { outcome: 'all', halfDone: fromBefore, othersChanged, planDiffers: [] }
  const planDiffers = differencesFromPlan(scenario, prepared.plan, published, commit)
  const staged = scenario.repo ? stagedOurs(scenario, ours) : []
  return {
    outcome: 'all',
    halfDone: [
      ...after.leftovers,
      ...staged,
      ...(planDiffers.length > 0 ? [...planDiffers, ...fromBefore] : []),
    ],
    othersChanged,
    planDiffers: [],
  }
}

/** Takes an export back in a process that is killed. @returns what is neither as before the undo nor as after it */
export async function killedUndo(
  random: Random,
  scenario: Scenario,
  prepared: PreparedExport,
  { before, after }: { readonly before: Snapshot; readonly after: Snapshot },
): Promise<{ readonly undone: boolean; readonly halfDone: readonly string[] }> {
  const undo = { root: scenario.root, records: prepared.records }
  await runAndKill({ git: scenario.git, undo }, random.next() * spanMs, random.chance(0.5))
  const repository = scenario.repo && (await findRepository(scenario.git, scenario.root))
  await recoverExport(scenario.git, prepared.target, repository, join(scenario.folder, 'state'))
  const now = takeSnapshot(scenario)
  const stillExported = differences(after, now)
  const undone = differences(before, now)
  if (stillExported.length === 0 || undone.length === 0) return { undone: undone.length === 0, halfDone: [] }
  return { undone: false, halfDone: undone.map(each => `undo: ${each}`) }
}

/** After a whole export nothing of ours is staged or edited any more. */
function stagedOurs({ repo }: Scenario, ours: ReadonlySet<string>): string[] {
  return repo!
    .git('-c', 'core.quotePath=false', 'status', '--porcelain')
    .split('\n')
    .filter(row => ours.has(row.slice(3).replace(/^"|"$/g, '')))
    .map(row => `left: ${row}`)
}

async function runAndKill(task: ChildTask, delayMs: number, withChildren: boolean): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'export-child.ts')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.end(JSON.stringify(task))
  let said = ''
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const began = new Promise<void>(resolve =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('go')) resolve()
    }),
  )
  await Promise.race([began, ended])
  await Promise.race([sleep(delayMs), ended])
  const family = withChildren ? descendants(child.pid!) : []
  for (const pid of [child.pid!, ...family]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      continue // It has left by itself.
    }
  }
  await ended
  return said.trim().split('\n').at(-1) ?? ''
}

/** Processes started by a process, theirs too (Linux: /proc). */
function descendants(pid: number): number[] {
  const children = (each: number): number[] => {
    try {
      return readdirSync(`/proc/${each}/task`).flatMap(task =>
        readFileSync(`/proc/${each}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
      )
    } catch {
      return [] // It has left.
    }
  }
  return children(pid).flatMap(child => [child, ...descendants(child)])
}
