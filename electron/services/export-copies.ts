import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { LecternError, messageFor } from '../../core/errors.ts'
import {
  type AssetHabits,
  type ExportFile,
  type ExportFinding,
  type FileContent,
  placePost,
  planExport,
} from '../../core/export/index.ts'
import { readFrontMatter } from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { type Copy, copyAssets } from './export-asset-copies.ts'
import { commitHabits } from './export-commit-habits.ts'
import { type FileOnDisk, readFileOnDisk, textOf } from './export-files.ts'
import type { ExportSource } from './export-journal.ts'
import { withTheirChanges } from './export-joining.ts'
import { lookOver } from './export-preflight.ts'
import { type GatherRequest, nameOf, nowSecondsOf } from './export-request.ts'
import type { PreparedExport, PreparedFile } from './export-runner.ts'
import { isSite, sitePosts } from './export-site.ts'
import { type Target, inTarget, readHabits, readTarget, slashed } from './export-target.ts'
import { readBlobs } from './git-blobs.ts'
import { identifyWorkTreeFiles } from './git-commit.ts'
import { type Repository, assertCanCommit } from './git-repository.ts'
import type { Git } from './git.ts'

/** Posts of another folder: copied to their place in the target, with the files they use and their addresses. */
export async function gatherCopies(
  git: Git,
  repository: Repository | undefined,
  folder: string,
  posts: readonly string[],
  request: GatherRequest,
): Promise<PreparedExport> {
  if (repository && request.commit) await assertCanCommit(git, repository)
  const target = await readTarget(git, repository, folder, request.stateFolder)
  const existing = await sitePosts(target.site)
  const habits = await readHabits(target.site, existing)
  const copies = new Map<string, Copy>()
  const findings: ExportFinding[] = existing.length > 0 || isSite(target.site) ? [] : [noSite(target.site)]
  const sources: ExportSource[] = []
  for (const post of posts) {
    const made = await copiesFor(git, target, post, existing, habits, findings)
    for (const copy of made) copies.set(copy.path, copy)
    const { path, own } = made[0]
    sources.push({ source: post, path, ...(own === undefined ? {} : { text: own }) })
  }
  const onDisk = new Map<string, FileOnDisk | undefined>()
  for (const { path, movedFrom } of copies.values())
    for (const each of movedFrom === undefined ? [path] : [path, movedFrom])
      onDisk.set(each, await readFileOnDisk(join(target.root, each)))
  const files = await describe(git, target, [...copies.values()], onDisk, request.commit)
  const seen = await lookOver({
    root: target.root,
    site: target.site,
    files,
    asked: new Map(sources.map(({ path }, index) => [path, nameOf(request, index)])),
    nowSeconds: nowSecondsOf(request),
  })
  const plan = planExport({
    repo: target.root,
    branch: repository?.branch ?? null,
    files,
    urls: seen.urls,
    pages: seen.pages,
    findings: [...findings, ...seen.findings],
    ...(repository && request.commit ? { commit: await commitHabits(git, repository, files, request) } : {}),
  })
  const changed = new Set(plan.operations.map(operation => operation.path))
  return {
    plan,
    target: target.root,
    repository,
    records: target.records,
    sources,
    files: [...copies.values()]
      .filter(copy => changed.has(copy.path))
      .flatMap(copy => prepared(copy, onDisk)),
  }
}

function noSite(folder: string): ExportFinding {
  return { code: 'export.no-site', severity: 'warning', message: messageFor('export.no-site', [folder]) }
}

function prepared(copy: Copy, onDisk: ReadonlyMap<string, FileOnDisk | undefined>): PreparedFile[] {
  const there = onDisk.get(copy.path)
  const same = copy.bytes !== null && there?.bytes.equals(copy.bytes)
  const file: PreparedFile = {
    path: copy.path,
    content: same ? 'as-it-is' : copy.bytes,
    onDisk: there?.version,
  }
  if (copy.movedFrom === undefined) return [file]
  return [file, { path: copy.movedFrom, content: null, onDisk: onDisk.get(copy.movedFrom)?.version }]
}

async function copiesFor(
  git: Git,
  target: Target,
  post: string,
  existing: readonly string[],
  habits: AssetHabits,
  findings: ExportFinding[],
): Promise<[Copy, ...Copy[]]> {
  const source = await readFileOnDisk(post)
  if (!source) throw new LecternError('post.not-found', [post])
  const text = textOf(source.bytes)
  if (text === undefined) throw new LecternError('post.not-utf8', [post])
  const from = await folderOfOrigin(post)
  const date = /^\d{4}-\d\d-\d\d/.exec(String(readFrontMatter(text).data['date'] ?? ''))?.[0]
  const place = placePost({
    path: slashed(relative(from, post)),
    existing,
    ...(date === undefined ? {} : { date }),
  })
  const path = inTarget(target, join(target.site, place))
  const assets = await copyAssets(target, post, from, text, habits)
  const wanted = applyEdits(text, assets.edits)
  const there = await readFileOnDisk(join(target.root, path))
  const joined = there ? await withTheirChanges(git, target, path, wanted, there, findings) : wanted
  const movedFrom = there ? undefined : await formerPlace(target, post, path)
  const kept = target.repository && joined.replaceAll('\r\n', '\n') === wanted.replaceAll('\r\n', '\n')
  return [
    {
      path,
      bytes: Buffer.from(joined),
      post: true,
      ...(movedFrom === undefined ? {} : { movedFrom }),
      ...(kept ? {} : { own: wanted }),
    },
    ...assets.copies,
  ]
}

/** The folder the writer keeps posts in: their own site, or what holds `_posts`, or where the post lies. */
async function folderOfOrigin(post: string): Promise<string> {
  for (let folder = dirname(post); dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, '_config.yml'))) return folder
  const parts = post.split(sep)
  const special = parts.findIndex((part, at) => at < parts.length - 1 && /^_(?:posts|drafts)$/.test(part))
  return special > 0 ? parts.slice(0, special).join(sep) : dirname(post)
}

/** Where this post was exported to under a name it has no more. */
async function formerPlace(target: Target, post: string, path: string): Promise<string | undefined> {
  for (const record of target.past) {
    const former = record.sources?.find(
      each => dirname(each.source) === dirname(post) && !existsSync(each.source),
    )
    if (!former || former.path === path || !target.tree.has(former.path)) continue
    const there = await readFileOnDisk(join(target.root, former.path))
    const left = record.files.find(file => file.path === former.path)
    if (there && there.version === left?.after) return former.path
  }
  return undefined
}

async function describe(
  git: Git,
  target: Target,
  copies: readonly Copy[],
  onDisk: ReadonlyMap<string, FileOnDisk | undefined>,
  commit: boolean,
): Promise<ExportFile[]> {
  const { repository, tree } = target
  const present = [...onDisk].flatMap(([path, file]) => (file ? [path] : []))
  const ids = repository ? await identifyWorkTreeFiles(git, repository, present) : new Map<string, string>()
  const committed =
    repository && commit
      ? await readBlobs(
          git,
          repository,
          copies.flatMap(({ path }) => tree.get(path) ?? []),
        )
      : new Map()
  const published = (path: string): FileContent | null => {
    const file = onDisk.get(path)
    if (!repository || !commit) return file ? contentOf(file.bytes) : null
    const id = tree.get(path)?.id
    return id === undefined
      ? null
      : { ...contentOf(committed.get(path) ?? file?.bytes ?? Buffer.alloc(0)), id }
  }
  return copies.map(({ path, bytes, post, movedFrom }) => {
    const file = onDisk.get(path)
    const content = bytes && contentOf(bytes)
    const same = bytes && file?.bytes.equals(bytes) && commit ? ids.get(path) : undefined
    const moved = movedFrom === undefined ? null : published(movedFrom)
    return {
      path,
      wanted: content && same !== undefined ? { ...content, id: same } : content,
      published: published(path),
      post,
      ...(movedFrom !== undefined && moved ? { movedFrom: { path: movedFrom, published: moved } } : {}),
    }
  })
}

/** The id is git's own for bytes it does not convert. */
function contentOf(bytes: Buffer): FileContent {
  const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  const text = textOf(bytes)
  return text === undefined ? { id } : { id, text }
}
