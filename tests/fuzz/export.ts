import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LecternError } from '../../core/errors.ts'
import { gatherExport } from '../../electron/services/export-gather.ts'
import { pushBranch } from '../../electron/services/export-push.ts'
import { type PreparedExport, applyExport } from '../../electron/services/export-runner.ts'
import { undoExport } from '../../electron/services/export-undo.ts'
import { findRepository } from '../../electron/services/git-repository.ts'
import { available } from '../support/needs.ts'
import { type BuildOracle, startBuildOracle } from '../support/oracle-build.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { type Ending, withDeadline } from './deadline.ts'
import { type KillTally, killedExport, killedUndo } from './export-kill.ts'
import { type BadRemotes, startBadRemotes } from './export-remotes.ts'
import { type Scenario, makeScenario } from './export-scenario.ts'
import { type Snapshot, differences, takeSnapshot, without } from './export-snapshot.ts'
import { differencesFromPlan, publishedBefore } from './export-verify.ts'

/**
 * Random exports into random repositories, checked against git, the disk and the real Jekyll.
 *
 *     npm run fuzz:export -- --count 300 --seed 1 [--kill] [--only INDEX]
 *
 * With `--kill` each export runs in a process of its own that is killed at a random moment, together with its git or
 * without; the next start must find nothing or all of it.
 *
 * An export that breaks off or hangs is named and not counted, so that the last line falls short of what was asked.
 */

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kill: { type: 'boolean', default: false },
  },
})

export type Kind = "others' work changed" | 'plan differs' | 'undo differs' | 'half done' | 'build failed'
const tally: Record<Kind, number> = {
  "others' work changed": 0,
  'plan differs': 0,
  'undo differs': 0,
  'half done': 0,
  'build failed': 0,
}
/** Far longer than any export takes on a busy machine, waiting for an orphaned git included. */
const deadlineMs = 180_000

const outcomes = new Map<string, number>()

function count(kind: Kind, index: number, scenario: Scenario, what: readonly string[]): void {
  if (what.length === 0) return
  tally[kind]++
  process.stdout.write(`${index} (${scenario.name}): ${kind}:\n${what.map(line => `    ${line}\n`).join('')}`)
}

async function run(): Promise<void> {
  if (!available('jekyll') || !available('git')) {
    process.stdout.write('Jekyll and git are needed, and not both are here.\n')
    process.exitCode = 1
    return
  }
  const seed = Number(values.seed)
  const indexes = values.only === undefined ? [...Array(Number(values.count)).keys()] : [Number(values.only)]
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-fuzz-')))
  const oracle = startBuildOracle()
  const remotes = await startBadRemotes()
  let stopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true))
  let done = 0
  for (const index of indexes) {
    if (stopped) break
    const random = seededRandom(seed * 1_000_003 + index)
    const folder = join(top, String(index))
    mkdirSync(folder)
    const scenario = makeScenario(random, folder)
    const ending = await withDeadline(() => one(index, random, scenario, oracle, remotes), deadlineMs)
    if (ending.type === 'done') done++
    else process.stdout.write(`${index} (${scenario.name}): ${describeEnding(ending)}\n`)
    if (values.only === undefined) rmSync(folder, { recursive: true, force: true })
  }
  oracle.close()
  remotes.close()
  if (values.only === undefined) rmSync(top, { recursive: true, force: true })
  tell(done)
  if (done < indexes.length || Object.values(tally).some(number => number > 0)) process.exitCode = 1
}

function describeEnding(ending: Exclude<Ending, { type: 'done' }>): string {
  if (ending.type === 'hung') return `hung: nothing had come of it after ${ending.afterMs / 1000} s`
  const { error } = ending
  return `broke off: ${error instanceof Error ? error.stack : String(error)}`
}

function tell(done: number): void {
  const told = [...outcomes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => `${name} ${number}`)
  process.stdout.write(`${told.join(', ')}\n`)
  process.stdout.write(
    `exports ${done}: ${Object.entries(tally)
      .map(([kind, number]) => `${kind} ${number}`)
      .join(', ')}\n`,
  )
}

function note(outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}

async function one(
  index: number,
  random: Random,
  scenario: Scenario,
  oracle: BuildOracle,
  remotes: BadRemotes,
): Promise<void> {
  const before = takeSnapshot(scenario)
  let prepared: PreparedExport
  try {
    prepared = await gather(scenario)
    if (values.kill) {
      await killed(index, random, scenario, prepared, before, oracle)
      return
    }
    const published = publishedBefore(scenario, prepared.plan)
    const receipt = await applyExport(scenario.git, prepared)
    count('plan differs', index, scenario, [
      ...(scenario.expected === 'refused' ? ['was done, and should have been refused'] : []),
      ...differencesFromPlan(scenario, prepared.plan, published, receipt.commit_id),
    ])
  } catch (error) {
    if (
      !(error instanceof LecternError) ||
      error.code === 'internal.unexpected' ||
      error.code === 'export.failed'
    )
      throw error
    note(error.code)
    count('plan differs', index, scenario, scenario.expected === 'done' ? [`refused: ${error.message}`] : [])
    count("others' work changed", index, scenario, differences(before, takeSnapshot(scenario)))
    return
  }
  note(prepared.plan.operations.length === 0 ? 'nothing to do' : 'done')
  const ours = new Set(prepared.files.map(file => file.path))
  const after = takeSnapshot(scenario)
  count("others' work changed", index, scenario, differences(without(before, ours), without(after, ours)))
  await build(index, scenario, prepared, oracle)
  const joined = await push(index, scenario, ours, after, remotes)
  await undo(index, scenario, prepared, { before, ours, joined })
}

async function gather(scenario: Scenario): Promise<PreparedExport> {
  return gatherExport(scenario.git, {
    posts: scenario.posts,
    ...(scenario.to === undefined ? {} : { to: scenario.to }),
    commit: scenario.repo !== undefined,
    stateFolder: join(scenario.folder, 'state'),
  })
}

/** The real Jekyll builds what is committed, not what lies about. */
async function build(
  index: number,
  scenario: Scenario,
  prepared: PreparedExport,
  oracle: BuildOracle,
): Promise<void> {
  const source = join(scenario.folder, 'checkout')
  if (scenario.repo) {
    mkdirSync(source)
    scenario.repo.git('archive', '--format=tar', '-o', join(scenario.folder, 'checkout.tar'), 'HEAD')
    execFileSync('tar', ['-xf', join(scenario.folder, 'checkout.tar'), '-C', source])
  }
  const built = await oracle.build({
    source: scenario.repo ? source : scenario.root,
    destination: join(scenario.folder, 'site'),
    time: '2026-01-01 00:00:00 +0000',
  })
  const texts = prepared.plan.operations
    .filter(({ path }) => /_posts\/.*\.md$/.test(path))
    .map(({ path }) => path)
  const missing = texts.filter(path => {
    const document = built.documents.find(each => each.path === path)
    return !document || !built.written.includes(document.output)
  })
  count('build failed', index, scenario, [
    ...(built.ok ? [] : [built.error ?? 'failed']),
    ...missing.map(path => `${path} is not published`),
  ])
}

/** @returns whether the commit is joined with the work of others now, here or on the remote */
async function push(
  index: number,
  scenario: Scenario,
  ours: ReadonlySet<string>,
  before: Snapshot,
  remotes: BadRemotes,
): Promise<boolean> {
  const { repo, git, remote } = scenario
  if (!repo || remote === 'none') return false
  const bad = remote === 'silent' || remote === 'redirect' ? remotes[remote] : undefined
  if (bad !== undefined) repo.git('remote', 'set-url', 'origin', bad)
  const repository = (await findRepository(git, repo.root))!
  const silenceMs = bad === undefined ? 30_000 : 600
  const outcome = await pushBranch(git, join(repository.gitDir, 'lectern'), repository, { silenceMs })
  note(`push ${remote}: ${outcome.type === 'pushed' ? 'pushed' : outcome.error.code}`)
  const bare = makeBareReader(scenario)
  const there = bare(repository.branch!)
  const head = repo.git('rev-parse', 'HEAD')
  const said = outcome.type === 'pushed'
  const after = takeSnapshot(scenario)
  const theirs = new Set([...ours, ...scenario.incoming])
  count(
    "others' work changed",
    index,
    scenario,
    differences(without({ ...before, settings: '' }, theirs), without({ ...after, settings: '' }, theirs)),
  )
  count('plan differs', index, scenario, [
    ...(said !== (there === head) ? [`push says ${outcome.type}, the remote has ${there}`] : []),
    ...((remote === 'same' || remote === 'ahead') && outcome.type !== 'pushed'
      ? [`push failed: ${outcome.error.message}`]
      : []),
    ...((remote === 'refusing' || bad !== undefined) && said ? ['push claims to have gone through'] : []),
  ])
  return said || head !== repository.head
}

function makeBareReader({ repo, folder }: Scenario): (branch: string) => string {
  return branch => repo!.git('--git-dir', join(folder, 'remote.git'), 'rev-parse', `refs/heads/${branch}`)
}

async function undo(
  index: number,
  scenario: Scenario,
  prepared: PreparedExport,
  known: { readonly before: Snapshot; readonly ours: ReadonlySet<string>; readonly joined: boolean },
): Promise<void> {
  if (prepared.plan.operations.length === 0) return
  const repository = scenario.repo && (await findRepository(scenario.git, scenario.root))
  await undoExport(scenario.git, prepared.records, repository)
  const after = takeSnapshot(scenario)
  const { before, ours, joined } = known
  if (!joined) {
    const refs = (snapshot: Snapshot): Snapshot => ({
      ...snapshot,
      settings: '',
      refs: withoutRemotes(snapshot.refs),
    })
    count('undo differs', index, scenario, differences(refs(before), refs(after)))
    return
  }
  const files = (snapshot: Snapshot): Snapshot => ({ ...snapshot, settings: '', refs: '', index: [] })
  count('undo differs', index, scenario, [
    ...differences(
      without(files(before), new Set(scenario.incoming)),
      without(files(after), new Set(scenario.incoming)),
    ),
    ...[...ours].flatMap(path => {
      const tree = (commit: string): string => scenario.repo!.git('ls-tree', commit, '--', path)
      return tree('HEAD') === tree(prepared.repository!.head!) ? [] : [`${path} is committed otherwise`]
    }),
  ])
}

function withoutRemotes(refs: string): string {
  return refs
    .split('\n')
    .filter(row => !row.includes('refs/remotes/'))
    .join('\n')
}

async function killed(
  index: number,
  random: Random,
  scenario: Scenario,
  prepared: PreparedExport,
  before: Snapshot,
  oracle: BuildOracle,
): Promise<void> {
  const result: KillTally = await killedExport(random, scenario, prepared, before)
  note(`killed: ${result.outcome}`)
  count('half done', index, scenario, result.halfDone)
  count("others' work changed", index, scenario, result.othersChanged)
  count('plan differs', index, scenario, result.planDiffers)
  if (result.outcome !== 'all') return
  await build(index, scenario, prepared, oracle)
  if (prepared.plan.operations.length === 0) return
  const after = takeSnapshot(scenario)
  const taken = await killedUndo(random, scenario, prepared, { before, after })
  note(`killed undo: ${taken.undone ? 'all' : 'nothing'}`)
  count('half done', index, scenario, taken.halfDone)
  if (taken.undone || taken.halfDone.length > 0) return
  await undo(index, scenario, prepared, {
    before,
    ours: new Set(prepared.files.map(file => file.path)),
    joined: false,
  })
}

await run()
