import { dirname, join, posix } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import {
  type ExportFile,
  type ExportPlan,
  type FileContent,
  type MissingFile,
  followRenames,
  planExport,
} from '../../core/export/index.ts'
import { commitHabits } from './export-commit-habits.ts'
import { type FileOnDisk, readFileOnDisk, textOf } from './export-files.ts'
import { recordsFolder } from './export-journal.ts'
import { lookOver } from './export-preflight.ts'
import { type GatherRequest, nowSecondsOf } from './export-request.ts'
import type { PreparedExport, PreparedFile } from './export-runner.ts'
import { findSiteFolder, usedFiles } from './export-site.ts'
import { readBlobs } from './git-blobs.ts'
import { identifyWorkTreeFiles } from './git-commit.ts'
import { type GitEntry, readTree } from './git-index.ts'
import { type Repository, assertCanCommit } from './git-repository.ts'
import { workTreeStates } from './git-states.ts'
import type { Git } from './git.ts'

/** Posts that lie in the repository: what of them, and of the files they use, is not committed yet. */
export async function gatherInPlace(
  git: Git,
  repository: Repository,
  asked: ReadonlyMap<string, string>,
  request: GatherRequest,
): Promise<PreparedExport> {
  const posts = [...asked.keys()]
  await assertCanCommit(git, repository)
  const tree = await readTree(git, repository, 'HEAD')
  const onDisk = new Map(
    await Promise.all(
      posts.map(async path => [path, await readFileOnDisk(join(repository.root, path))] as const),
    ),
  )
  const lost = posts.find(path => !onDisk.get(path) && !tree.has(path))
  if (lost !== undefined) throw new LecternError('post.not-found', [asked.get(lost) ?? lost])
  const states = await workTreeStates(git, repository)
  for (const path of await changedUsedFiles(repository, onDisk, states))
    onDisk.set(path, await readFileOnDisk(join(repository.root, path)))
  const files = await describe(git, repository, tree, onDisk, new Set(posts))
  const renamed = followRenames(files, await missingPosts(git, repository, tree, states))
  const site = await findSiteFolder(join(repository.root, dirname(posts[0] ?? '.')), repository.root)
  const plan = planExport({
    repo: repository.root,
    branch: repository.branch ?? null,
    files: renamed,
    otherChanges: [...states.keys()],
    ...(await lookOver({
      root: repository.root,
      site,
      files: renamed,
      asked,
      nowSeconds: nowSecondsOf(request),
    })),
    ...(request.commit ? { commit: await commitHabits(git, repository, renamed, request) } : {}),
  })
  return {
    plan,
    target: repository.root,
    repository,
    files: preparedFiles(plan, onDisk),
    records: recordsFolder(repository.root, repository, request.stateFolder),
  }
}

/** Files the posts use that are new or changed; what is committed as it is takes no part. */
async function changedUsedFiles(
  repository: Repository,
  posts: ReadonlyMap<string, FileOnDisk | undefined>,
  states: Awaited<ReturnType<typeof workTreeStates>>,
): Promise<Set<string>> {
  const used = new Set<string>()
  for (const [path, file] of posts) {
    if (!file) continue
    const site = await findSiteFolder(join(repository.root, dirname(path)), repository.root)
    for (const found of await usedFiles(textOf(file.bytes) ?? '', join(repository.root, path), site)) {
      const inRepository = posix.relative(repository.root.replaceAll('\\', '/'), found.replaceAll('\\', '/'))
      const state = states.get(inRepository)
      if (!posts.has(inRepository) && (state === 'edited' || state === 'untracked')) used.add(inRepository)
    }
  }
  return used
}

async function describe(
  git: Git,
  repository: Repository,
  tree: ReadonlyMap<string, GitEntry>,
  onDisk: ReadonlyMap<string, FileOnDisk | undefined>,
  posts: ReadonlySet<string>,
): Promise<ExportFile[]> {
  const present = [...onDisk].flatMap(([path, file]) => (file ? [path] : []))
  const ids = await identifyWorkTreeFiles(git, repository, present)
  const changed = [...onDisk.keys()].filter(path => ids.get(path) !== tree.get(path)?.id)
  const committed = await readBlobs(
    git,
    repository,
    changed.flatMap(path => tree.get(path) ?? []),
  )
  return [...onDisk].map(([path, file]) => {
    const id = ids.get(path)
    const published = tree.get(path)?.id
    return {
      path,
      wanted: file && id !== undefined ? content(id, file.bytes) : null,
      published: published === undefined ? null : content(published, committed.get(path) ?? file?.bytes),
      ...(posts.has(path) ? { post: true } : {}),
    }
  })
}

function content(id: string, bytes: Buffer | undefined): FileContent {
  const text = bytes && textOf(bytes)
  return text === undefined ? { id } : { id, text }
}

/** Committed posts that are gone from their place: one of them may be the old name of a new post. */
async function missingPosts(
  git: Git,
  repository: Repository,
  tree: ReadonlyMap<string, GitEntry>,
  states: Awaited<ReturnType<typeof workTreeStates>>,
): Promise<MissingFile[]> {
  const candidates: GitEntry[] = []
  for (const path of states.keys()) {
    const entry = tree.get(path)
    if (
      entry &&
      /\.(?:md|markdown|mkdn?|mkdown|html)$/i.test(path) &&
      !(await readFileOnDisk(join(repository.root, path)))
    )
      candidates.push(entry)
  }
  const texts = await readBlobs(git, repository, candidates)
  return candidates.flatMap(({ path, id }) => {
    const text = textOf(texts.get(path)!)
    return text === undefined ? [] : [{ path, id: id!, text }]
  })
}

function preparedFiles(
  plan: ExportPlan,
  onDisk: ReadonlyMap<string, FileOnDisk | undefined>,
): PreparedFile[] {
  return plan.operations.flatMap(({ path, from }) =>
    (from === undefined ? [path] : [from, path]).map((each): PreparedFile => ({
      path: each,
      content: 'as-it-is',
      onDisk: onDisk.get(each)?.version,
    })),
  )
}
