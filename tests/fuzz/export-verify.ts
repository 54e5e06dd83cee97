import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import type { ExportPlan } from '../../core/export/index.ts'
import type { Scenario } from './export-scenario.ts'

/** How what an export did differs from what its plan said; empty when it does not. */
export function differencesFromPlan(
  scenario: Scenario,
  plan: ExportPlan,
  before: ReadonlyMap<string, string | undefined>,
  commit: string | null,
): string[] {
  const found: string[] = []
  const now = (path: string): string | undefined =>
    commit === null ? onDisk(scenario, path) : committed(scenario, commit, path)
  for (const { type, path, from, diff } of plan.operations) {
    if (from !== undefined && now(from) !== undefined) found.push(`${from} is still there`)
    if (type === 'delete') {
      if (now(path) !== undefined) found.push(`${path} is still there`)
      continue
    }
    const content = now(path)
    if (content === undefined) found.push(`${path} is not there`)
    else if (diff !== '') {
      const base = before.get(from ?? path) ?? ''
      const expected = applyPatch(base.replaceAll('\r\n', '\n'), diff.replaceAll('\r\n', '\n'))
      if (expected !== content.replaceAll('\r\n', '\n')) found.push(`${path} is not what its diff says`)
    }
  }
  if (commit !== null && scenario.repo) {
    const paths = scenario.repo.git(
      '-c',
      'core.quotePath=false',
      'diff',
      '--name-only',
      '--no-renames',
      `${commit}^`,
      commit,
    )
    const planned = plan.commit?.paths.toSorted().join('\n') ?? ''
    if (paths.split('\n').toSorted().join('\n') !== planned)
      found.push(`committed ${paths} instead of ${planned}`)
    const message = scenario.repo.git('log', '-1', '--format=%B', commit).trim()
    if (message !== plan.commit?.message.trim()) found.push(`message ${message}`)
  }
  return found
}

/** What was published before, by path, for the paths of a plan. */
export function publishedBefore(scenario: Scenario, plan: ExportPlan): Map<string, string | undefined> {
  const paths = plan.operations.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]))
  return new Map(
    paths.map(path => [path, plan.commit ? committed(scenario, 'HEAD', path) : onDisk(scenario, path)]),
  )
}

function committed({ repo }: Scenario, commit: string, path: string): string | undefined {
  try {
    return `${repo!.git('cat-file', 'blob', `${commit}:${path}`)}\n`.replace(/\n\n$/, '\n')
  } catch {
    return undefined
  }
}

function onDisk({ root }: Scenario, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
}
