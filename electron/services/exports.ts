import { randomUUID } from 'node:crypto'
import { join, relative, sep } from 'node:path'
import type { ExportApi, ExportRequest, HostEvent, PublishState } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import type { ExportPlan } from '../../core/export/index.ts'
import { gatherExport } from './export-gather.ts'
import { reasonToHold } from './export-hold.ts'
import { recordsFolder } from './export-journal.ts'
import { publishStateOf } from './export-publish-state.ts'
import { queuedPush } from './export-push.ts'
import { recoverExport, recoverySentence } from './export-recovery.ts'
import { type PreparedExport, applyExport } from './export-runner.ts'
import { createExportTargets } from './export-targets.ts'
import { plannedSite, plannedTexts } from './export-texts.ts'
import { undoExport } from './export-undo.ts'
import { type Repository, findRepositoryIfAny, setIdentity } from './git-repository.ts'
import type { Git } from './git.ts'
import { fromHome } from './home-path.ts'
import { type PushTarget, createPushQueue } from './push-queue.ts'

export interface ExportsOptions {
  /** The open folder. Absolute. */
  readonly folder: string
  /** For records of targets without git, and for what is remembered of folders. */
  readonly dataDir: string
  /** git as in the terminal; asked for when it is first needed. */
  readonly git: () => Promise<Git>
  readonly announce: (event: HostEvent) => void
}

/** Publishing from one open folder. */
export interface Exports extends ExportApi {
  /** Ends what is going on; what is committed stays committed, what waits to be pushed waits. */
  close(): Promise<void>
}

/** Where the exports of the open folder go. */
interface Destination {
  readonly git: Git
  readonly target: string
  readonly repository: Repository | undefined
  readonly records: string
}

const freshMs = 60_000

/** Plans are kept for a while: a review may stay open while another is made. */
const keptPlans = 8

export function createExports({ folder, dataDir, git, announce }: ExportsOptions): Exports {
  const targets = createExportTargets(dataDir)
  const plans = new Map<string, { readonly prepared: PreparedExport; readonly request: ExportRequest }>()
  let applying: AbortController | undefined
  let recovered: string | undefined
  const queue = createPushQueue({
    target: async () => {
      const place = await destination()
      return place?.repository && { ...place, repository: place.repository }
    },
    hold: target => holdWhatWaited(target),
    changed: () => announce({ type: 'publish-changed' }),
  })

  /** What is pushed at once was looked over a moment ago. */
  async function holdWhatWaited({ repository, records }: PushTarget): Promise<string | undefined> {
    const waiting = await queuedPush(records)
    if (!waiting || Date.now() - Date.parse(waiting.since) < freshMs) return undefined
    return reasonToHold(repository, records, waiting.since, Math.floor(Date.now() / 1000))
  }

  async function destination(): Promise<Destination | undefined> {
    const program = await git()
    const around = await findRepositoryIfAny(program, folder)
    if (around) return describe(program, around.root, around)
    const chosen = await targets.of(folder)
    if (chosen === undefined) return undefined
    const repository = await findRepositoryIfAny(program, chosen)
    return describe(program, repository?.root ?? chosen, repository)
  }

  function describe(program: Git, target: string, repository: Repository | undefined): Destination {
    return { git: program, target, repository, records: recordsFolder(target, repository, dataDir) }
  }

  /** As the writer's list names a file; one outside of the open folder is named from there. */
  function nameInFolder(path: string): string {
    return relative(folder, path).split(sep).join('/')
  }

  async function recover(place: Destination): Promise<void> {
    const found = await recoverExport(place.git, place.target, place.repository, dataDir)
    if (found) recovered = recoverySentence(found)
  }

  async function state(): Promise<PublishState> {
    const place = await destination()
    if (!place) return {}
    await recover(place)
    const said = recovered
    recovered = undefined
    return {
      repo: place.target,
      ...(place.repository?.branch === undefined ? {} : { branch: place.repository.branch }),
      ...(await publishStateOf(place.git, place.records, place.repository)),
      ...(await queue.state()),
      ...(said === undefined ? {} : { recovered: said }),
    }
  }

  return {
    planExport: async request => {
      const place = await destination()
      if (place) await recover(place)
      const chosen = request.repo === undefined ? await targets.of(folder) : fromHome(request.repo)
      const along = (request.along ?? []).map(path => join(place?.target ?? folder, path))
      const prepared = await gatherExport(await git(), {
        posts: [...request.posts.map(path => join(folder, path)), ...along],
        names: [...request.posts, ...along.map(nameInFolder)],
        ...(chosen === undefined ? {} : { to: chosen }),
        ...(request.message === undefined ? {} : { message: request.message }),
        commit: request.commit ?? true,
        stateFolder: dataDir,
      })
      const planId = randomUUID()
      plans.set(planId, { prepared, request })
      for (const old of [...plans.keys()].slice(0, -keptPlans)) plans.delete(old)
      return { planId, plan: withFixesHere(prepared.plan) }
    },
    applyExport: async planId => {
      const known = plans.get(planId)
      if (!known) throw new LecternError('export.no-plan')
      if (applying) throw new LecternError('export.busy')
      applying = new AbortController()
      const began = new Date().toISOString()
      try {
        const receipt = await applyExport(await git(), known.prepared, {
          signal: applying.signal,
          progress: (done, total) => announce({ type: 'export-progress', done, total }),
        })
        plans.delete(planId)
        if (known.request.repo !== undefined) await targets.remember(folder, fromHome(known.request.repo))
        announce({ type: 'publish-changed' })
        if (known.request.push !== true || receipt.commit_id === null) return receipt
        await queue.enqueue(began)
        void queue.run()
        return { ...receipt, pushed: 'queued' }
      } finally {
        applying = undefined
      }
    },
    undoExport: async undoId => {
      const place = await destination()
      if (!place) throw new LecternError('export.nothing-to-undo')
      const receipt = await undoExport(place.git, place.records, place.repository, undoId)
      announce({ type: 'publish-changed' })
      return receipt
    },
    plannedTexts: async (planId, path) => {
      const known = plans.get(planId)
      if (!known) throw new LecternError('export.no-plan')
      return plannedTexts(await git(), known.prepared, path)
    },
    plannedSite: async (planId, path) => {
      const known = plans.get(planId)
      if (!known) throw new LecternError('export.no-plan')
      return plannedSite(known.prepared, path)
    },
    publishState: state,
    cancelExport: async () => applying?.abort(),
    pushNow: async () => {
      await queue.enqueue(new Date().toISOString())
      await queue.run()
      return state()
    },
    pushConflicts: async () => withoutMissing(queue.conflicts()),
    resolveConflicts: async files => {
      await queue.run(new Map(files.map(({ path, text }) => [path, text])))
      return state()
    },
    setIdentity: async (name, email) => {
      const place = await destination()
      if (!place?.repository) throw new LecternError('git.not-a-repository', [folder])
      await setIdentity(place.git, place.repository, name, email)
    },
    close: async () => {
      applying?.abort()
      queue.close()
    },
  }
}

/** What lies outside of the open folder cannot be opened in it, and so not be put right from here. */
function withFixesHere(plan: ExportPlan): ExportPlan {
  const findings = plan.findings.map(({ fix, otherFixes, ...finding }) =>
    fix?.post.startsWith('../')
      ? finding
      : { ...finding, ...(fix && { fix }), ...(otherFixes && { otherFixes }) },
  )
  return { ...plan, findings }
}

function withoutMissing(conflicts: ReturnType<ReturnType<typeof createPushQueue>['conflicts']>) {
  return conflicts.map(({ path, merged, base, ours, theirs }) => ({
    path,
    merged,
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  }))
}
