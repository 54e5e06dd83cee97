import { dirname, join } from 'node:path'
import type { PlannedTexts } from '../../core/contract/index.ts'
import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import { readFileOnDisk, textOf } from './export-files.ts'
import type { PreparedExport } from './export-runner.ts'
import { findSiteFolder } from './export-site.ts'
import { type Git, runGit } from './git.ts'
import { readSite } from './site-reader.ts'

/** What a planned operation changes: the text as the site is built from it now, and as the plan leaves it. */
export async function plannedTexts(git: Git, prepared: PreparedExport, path: string): Promise<PlannedTexts> {
  const operation = prepared.plan.operations.find(each => each.path === path)
  if (!operation) return {}
  const before = await publishedText(git, prepared, operation.from ?? path)
  const after = operation.type === 'delete' ? undefined : await wantedText(prepared, path)
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** The site around a planned file, where its post is copied there from another folder. */
export async function plannedSite(
  { sources = [], target }: PreparedExport,
  path: string,
): Promise<SiteSnapshot | undefined> {
  if (sources.length === 0) return undefined
  return readSite(await findSiteFolder(dirname(join(target, path)), target))
}

async function publishedText(
  git: Git,
  { plan, repository, target }: PreparedExport,
  path: string,
): Promise<string | undefined> {
  if (!repository?.head || !plan.commit) return textOnDisk(target, path)
  const shown = await runGit(git, target, ['cat-file', 'blob', `${repository.head}:${path}`])
  return shown.code === 0 ? textOf(shown.stdout) : undefined
}

async function wantedText({ files, target }: PreparedExport, path: string): Promise<string | undefined> {
  const content = files.find(file => file.path === path)?.content
  return Buffer.isBuffer(content) ? textOf(content) : textOnDisk(target, path)
}

async function textOnDisk(target: string, path: string): Promise<string | undefined> {
  const file = await readFileOnDisk(join(target, path))
  return file && textOf(file.bytes)
}
