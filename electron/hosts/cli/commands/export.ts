import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LecternError } from '../../../../core/errors.ts'
import type { ExportFinding, ExportPlan, ExportReceipt } from '../../../../core/export/index.ts'
import { findPlaces } from '../../../places.ts'
import { gatherExport } from '../../../services/export-gather.ts'
import { dropQueuedPush, pushBranch, queuePush } from '../../../services/export-push.ts'
import { recoverExport, recoverySentence } from '../../../services/export-recovery.ts'
import { type PreparedExport, applyExport } from '../../../services/export-runner.ts'
import { gitOfProcess } from '../../../services/git-environment.ts'
import { findRepository, findRepositoryIfAny } from '../../../services/git-repository.ts'
import type { Git } from '../../../services/git.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'

export const command: Command = {
  summary: 'puts posts and the files they use into a Jekyll repository',
  help: `lectern export POST… [--to REPO] [--json] [--dry-run] [--no-commit] [--push] [--message TEXT] [--anyway]

Commits posts that lie in a repository, or copies posts from elsewhere to their place in it and commits them there.
Only these posts and the files they use enter the commit. Nothing is pushed unless asked.

  --to REPO       the repository; may be left out when the posts lie in one
  --dry-run       prints what would change, and changes nothing
  --no-commit     copies without a commit
  --push          pushes after the commit; when that fails the commit stays
  --message TEXT  the commit message instead of the proposed one
  --anyway        exports in spite of errors among the findings
`,
  run: runExport,
}

async function runExport(context: CommandContext): Promise<ExitCode> {
  const { posts, options } = readArguments(context)
  const git = gitOfProcess(context.env)
  const { dataDir } = findPlaces(context.env)
  const to = options.to === undefined ? undefined : resolve(context.cwd, options.to)
  const paths = posts.map(post => resolve(context.cwd, post))
  await clearUp(git, to ?? dirname(paths[0]!), dataDir, context)
  const prepared = await gatherExport(git, {
    posts: paths,
    names: posts,
    ...(to === undefined ? {} : { to }),
    ...(options.message === undefined ? {} : { message: options.message }),
    commit: options['no-commit'] !== true,
    stateFolder: dataDir,
  })
  const stopping = options.anyway
    ? []
    : prepared.plan.findings.filter(finding => finding.severity === 'error')
  if (options['dry-run']) {
    context.out(options.json ? `${JSON.stringify(prepared.plan)}\n` : describePlan(prepared.plan))
    return 0
  }
  if (stopping.length > 0)
    throw new LecternError('export.stopped', [stopping.map(finding => finding.message).join(' ')])
  const began = new Date().toISOString()
  const done = await applyExport(git, prepared)
  const receipt = options.push ? await pushed(git, prepared, done, { began, context }) : done
  context.out(options.json ? `${JSON.stringify(receipt)}\n` : describeReceipt(receipt))
  return 0
}

/** What a crash cut short is finished or taken back before anything new is planned. */
async function clearUp(git: Git, folder: string, dataDir: string, context: CommandContext): Promise<void> {
  const repository = existsSync(folder) ? await findRepositoryIfAny(git, folder) : undefined
  const recovery = await recoverExport(git, repository?.root ?? folder, repository, dataDir)
  if (recovery) context.err(`${recoverySentence(recovery)}\n`)
}

/** The commit stands whatever becomes of the push; what can go through later waits in the queue. */
async function pushed(
  git: Git,
  { records, repository }: PreparedExport,
  receipt: ExportReceipt,
  { began, context }: { readonly began: string; readonly context: CommandContext },
): Promise<ExportReceipt> {
  if (!repository?.branch) return receipt
  const now = (await findRepository(git, repository.root)) ?? repository
  await queuePush(records, repository.branch, began)
  const outcome = await pushBranch(git, records, now)
  if (outcome.type === 'pushed') {
    await dropQueuedPush(records)
    return { ...receipt, pushed: true }
  }
  context.err(`${outcome.error.message}\n`)
  if (outcome.error.code !== 'push.no-remote') return { ...receipt, pushed: 'queued' }
  await dropQueuedPush(records)
  return receipt
}

function readArguments({ args }: CommandContext) {
  const { values, positionals } = parseWords({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      message: { type: 'string' },
      json: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      'no-commit': { type: 'boolean' },
      push: { type: 'boolean' },
      anyway: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new UsageError('name at least one post')
  return { posts: positionals, options: values }
}

function describePlan(plan: ExportPlan): string {
  if (plan.operations.length === 0)
    return `${plan.findings.map(describeFinding).join('')}Nothing to export.\n`
  const diffs = plan.operations.map(({ type, path, from, diff }) =>
    diff === '' ? `${type} ${from === undefined ? '' : `${from} -> `}${path}\n` : diff,
  )
  const commit = plan.commit
    ? `commit${plan.branch === null ? '' : ` on ${plan.branch}`}: ${plan.commit.message}\n`
    : ''
  return [...plan.findings.map(describeFinding), ...diffs, commit, ...plan.urls.map(url => `${url}\n`)].join(
    '',
  )
}

function describeFinding({ severity, message, path, line }: ExportFinding): string {
  const place = path === undefined ? '' : `${path}${line === undefined ? '' : `:${line}`}: `
  return `${place}${severity}: ${message}\n`
}

function describeReceipt(receipt: ExportReceipt): string {
  if (receipt.operations.length === 0) return 'Nothing to export: the site has it already.\n'
  const files = receipt.operations.map(({ type, path }) => `${type} ${path}\n`).join('')
  const commit = receipt.commit_id === null ? '' : `committed as ${receipt.commit_id.slice(0, 10)}\n`
  const push =
    receipt.pushed === true
      ? 'pushed\n'
      : receipt.commit_id === null
        ? ''
        : 'not on the site yet: not pushed\n'
  return files + commit + push + receipt.urls.map(url => `${url}\n`).join('')
}
