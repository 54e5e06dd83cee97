import { join } from 'node:path'
import type { ExportFile } from '../../core/export/index.ts'
import { findSiteFolder } from './export-site.ts'
import { readFileOnDisk, textOf } from './export-files.ts'
import { type ExportRecord, listRecords } from './export-journal.ts'
import { lookOver } from './export-preflight.ts'
import type { Repository } from './git-repository.ts'

/**
 * Why exports that have waited to be pushed must not go now: what was right when they were committed may not be any
 * more. What the writer has overruled then is not held against them now.
 *
 * @param since when the push was asked for, ISO 8601
 * @returns sentences, or undefined when nothing speaks against it
 */
export async function reasonToHold(
  repository: Repository,
  records: string,
  since: string,
  nowSeconds: number,
): Promise<string | undefined> {
  const waiting = (await listRecords(records)).filter(record => record.startedAt >= since)
  const overruled = new Set(waiting.flatMap(({ plan }) => plan.findings.map(finding => keyOf(finding))))
  const files = await postsOf(repository, waiting)
  const [first] = files
  if (!first) return undefined
  const site = await findSiteFolder(join(repository.root, first.path, '..'), repository.root)
  const { findings } = await lookOver({ root: repository.root, site, files, asked: new Map(), nowSeconds })
  const grave = findings.filter(finding => finding.severity === 'error' && !overruled.has(keyOf(finding)))
  return grave.length === 0 ? undefined : grave.map(finding => finding.message).join(' ')
}

function keyOf({ code, path }: { readonly code: string; readonly path?: string }): string {
  return `${code} ${path}`
}

async function postsOf(repository: Repository, records: readonly ExportRecord[]): Promise<ExportFile[]> {
  const paths = new Set(records.flatMap(({ plan }) => plan.pages?.map(page => page.path) ?? []))
  const found = await Promise.all(
    [...paths].map(async (path): Promise<ExportFile[]> => {
      const file = await readFileOnDisk(join(repository.root, path))
      const text = file && textOf(file.bytes)
      if (!file || text === undefined) return []
      return [{ path, post: true, wanted: { id: file.version, text }, published: null }]
    }),
  )
  return found.flat()
}
