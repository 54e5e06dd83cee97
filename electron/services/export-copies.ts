import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { LecternError, messageFor } from '../../core/errors.ts'
import {
  type AssetHabits,
  type ExportFile,
  type ExportFinding,
  type FileContent,
  candidatePaths,
  findFileReferences,
  learnAssetHabits,
  placePost,
  planExport,
  redirectReference,
} from '../../core/export/index.ts'
import { readFrontMatter } from '../../core/post/index.ts'
import { type TextEdit, applyEdits, lineEnding, mergeTexts } from '../../core/text/index.ts'
import { readYaml } from '../../core/yaml/index.ts'
import { commitHabits } from './export-commit-habits.ts'
import { type FileOnDisk, readFileOnDisk, textOf } from './export-files.ts'
import { type GatherRequest, nameOf, nowSecondsOf } from './export-request.ts'
import { type ExportRecord, type ExportSource, listRecords, recordsFolder } from './export-journal.ts'
import { lookOver } from './export-preflight.ts'
import type { PreparedExport, PreparedFile } from './export-runner.ts'
import { findSiteFolder, siteFolders, sitePosts } from './export-site.ts'
import { readBlobs } from './git-blobs.ts'
import { identifyWorkTreeFiles } from './git-commit.ts'
import { type GitEntry, readTree } from './git-index.ts'
import { type Repository, assertCanCommit } from './git-repository.ts'
import { type Git, runGit } from './git.ts'

/** Where copies go: a site in a repository, or in a folder without git. */
interface Target {
  readonly root: string
  /** Absolute; the root, or a folder in it. */
  readonly site: string
  readonly repository: Repository | undefined
  /** What is committed; empty without git. */
  readonly tree: ReadonlyMap<string, GitEntry>
  readonly records: string
  readonly past: readonly ExportRecord[]
}

/** A file to be put into the target. */
interface Copy {
  /** Relative to the root. */
  readonly path: string
  readonly bytes: Buffer | null
  readonly post: boolean
  readonly movedFrom?: string
  /** The writer's text, where it cannot be had from the commit afterwards. */
  readonly own?: string
}

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
  const findings: ExportFinding[] = []
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

async function readTarget(
  git: Git,
  repository: Repository | undefined,
  folder: string,
  stateFolder: string,
): Promise<Target> {
  const root = repository?.root ?? folder
  const records = recordsFolder(root, repository, stateFolder)
  return {
    root,
    site: await siteIn(folder, root),
    repository,
    tree: repository?.head === undefined ? new Map() : await readTree(git, repository, 'HEAD'),
    records,
    past: existsSync(records) ? await listRecords(records) : [],
  }
}

/** The site of a target: the one named, or around it, or in one of the folders where repositories keep theirs. */
async function siteIn(folder: string, root: string): Promise<string> {
  const usual = ['docs', 'site', 'website', 'blog', 'source', 'src']
  const below = [folder, ...usual.map(name => join(folder, name))]
  return below.find(each => existsSync(join(each, '_config.yml'))) ?? findSiteFolder(folder, root)
}

async function readHabits(site: string, existing: readonly string[]): Promise<AssetHabits> {
  const newest = existing.toSorted((a, b) => (basename(a) < basename(b) ? 1 : -1)).slice(0, 60)
  const config = await readFile(join(site, '_config.yml'), 'utf8').catch(() => '')
  const { value } = readYaml(config)
  const baseurl = value instanceof Map ? value.get('baseurl') : undefined
  return learnAssetHabits({
    posts: await Promise.all(newest.map(path => readFile(join(site, path), 'utf8').catch(() => ''))),
    folders: await siteFolders(site),
    baseurl: typeof baseurl === 'string' ? baseurl : '',
  })
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

async function copyAssets(
  target: Target,
  post: string,
  from: string,
  text: string,
  habits: AssetHabits,
): Promise<{ readonly edits: TextEdit[]; readonly copies: Copy[] }> {
  const edits: TextEdit[] = []
  const copies: Copy[] = []
  for (const reference of findFileReferences(text)) {
    const beside = slashed(relative(from, dirname(post)))
    for (const candidate of candidatePaths(reference, beside)) {
      const file = await readFileOnDisk(join(from, candidate))
      if (!file) continue
      const place = reference.fromRoot ? candidate : await freePlace(target, habits, post, candidate, file)
      copies.push({ path: inTarget(target, join(target.site, place)), bytes: file.bytes, post: false })
      const edit = reference.fromRoot ? undefined : redirectReference(text, reference, habits, place)
      if (edit) edits.push(edit)
      break
    }
  }
  return { edits, copies }
}

/** The site's own folder for such files; below it one of the post's own when another file has the name. */
async function freePlace(
  target: Target,
  habits: AssetHabits,
  post: string,
  candidate: string,
  file: FileOnDisk,
): Promise<string> {
  const name = basename(candidate)
  const plain = `${habits.folder}/${name}`
  const there = await readFileOnDisk(join(target.site, plain))
  if (!there || there.version === file.version) return plain
  const ours = target.past.some(record =>
    record.files.some(
      each => each.path === inTarget(target, join(target.site, plain)) && each.after === there.version,
    ),
  )
  return ours ? plain : `${habits.folder}/${basename(post).replace(/\.[^.]+$/, '')}/${name}`
}

/**
 * What shall be written over a file of the site. Line endings stay as they are there. What others changed since the
 * last export is kept when it can be joined with the writer's text; when not, that is a finding.
 */
async function withTheirChanges(
  git: Git,
  target: Target,
  path: string,
  wanted: string,
  there: FileOnDisk,
  findings: ExportFinding[],
): Promise<string> {
  const theirs = textOf(there.bytes)
  if (theirs === undefined) return wanted
  const ours = withLineEnding(wanted, lineEnding(theirs))
  if (ours === theirs) return ours
  const last = target.past.find(record =>
    record.files.some(file => file.path === path && file.after !== undefined),
  )
  const exported = last && (await exportedText(git, target, last, path))
  const base = exported === undefined ? undefined : withLineEnding(exported, lineEnding(theirs))
  if (base === undefined || base === theirs) return ours
  const merged = mergeTexts(base, ours, theirs)
  findings.push(
    !merged.clean
      ? {
          code: 'export.changed-there',
          severity: 'error',
          path,
          message: messageFor('export.changed-there', [path]),
        }
      : { code: 'export.joined', severity: 'info', path, message: messageFor('export.joined', [path]) },
  )
  return merged.clean ? merged.text : ours
}

/** What the writer had when they exported last: their own text, even where others' changes were joined to it. */
async function exportedText(
  git: Git,
  target: Target,
  record: ExportRecord,
  path: string,
): Promise<string | undefined> {
  const own = record.sources?.find(source => source.path === path)?.text
  if (own !== undefined) return own
  if (!target.repository || record.git?.commit === undefined) return undefined
  const shown = await runGit(git, target.root, ['cat-file', 'blob', `${record.git.commit}:${path}`])
  return shown.code === 0 ? textOf(shown.stdout) : undefined
}

function withLineEnding(text: string, ending: '\n' | '\r\n'): string {
  const plain = text.replaceAll('\r\n', '\n')
  return ending === '\n' ? plain : plain.replaceAll('\n', '\r\n')
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

function inTarget(target: Target, path: string): string {
  return slashed(relative(target.root, path))
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}
