import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, relative, sep } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { preflight } from '../../core/export/index.ts'
import { type SiteSnapshot, createSite, renderDocument, unpublishedLinks } from '../../core/jekyll/index.ts'
import { type PostProblem, type ProblemFix, dateInFileName, findProblems } from '../../core/post/index.ts'
import { readPostsBelow, siteAbove } from './author-posts.ts'
import { readSite } from './site-reader.ts'

/** A problem of a post, by itself or on its site. */
export interface CheckedProblem extends Omit<PostProblem, 'span'> {
  /** Absolute. */
  readonly file: string
}

export interface CheckRequest {
  /** Absolute paths of posts, or of folders of posts. */
  readonly paths: readonly string[]
  /** The site; found above each post where it is not given. */
  readonly site?: string
  readonly nowSeconds: number
}

/** What the site around a post tells better than the post alone. */
const toldBySite = /^(?:front-matter\.|link\.missing-definition|footnote\.missing|embed\.)/

/** Every problem of the posts: those of each text, and with a site those its build would meet. */
export async function checkPosts({ paths, site, nowSeconds }: CheckRequest): Promise<CheckedProblem[]> {
  const files = (await Promise.all(paths.map(filesOf))).flat()
  const bySite = new Map<string | undefined, { file: string; source: string }[]>()
  for (const post of files) {
    const home = site ?? (await siteAbove(dirname(post.file)))
    bySite.set(home, [...(bySite.get(home) ?? []), post])
  }
  const found: CheckedProblem[] = []
  for (const [home, posts] of bySite) {
    const onSite = home === undefined ? undefined : await problemsOnSite(home, posts, nowSeconds)
    for (const post of posts) {
      const own = problemsOf(post).filter(problem => !onSite || !toldBySite.test(problem.code))
      const others = onSite?.filter(problem => problem.file === post.file) ?? []
      found.push(...[...own, ...others].toSorted((a, b) => a.line - b.line || a.column - b.column))
    }
  }
  return found
}

interface Post {
  readonly file: string
  readonly source: string
}

async function filesOf(path: string): Promise<Post[]> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new LecternError('post.not-found', [path], { cause: error })
  })
  return facts.isDirectory() ? readPostsBelow(path) : [{ file: path, source: await readFile(path, 'utf8') }]
}

function problemsOf({ file, source }: Post): CheckedProblem[] {
  const postDate = dateInFileName(basename(file))
  return findProblems(source, { postDate }).map(({ code, severity, message, line, column, fix }) => ({
    file,
    code,
    severity,
    message,
    line,
    column,
    ...(fix ? { fix } : {}),
  }))
}

/** What a build of the site would meet; posts outside of it are left out. */
async function problemsOnSite(
  home: string,
  posts: readonly Post[],
  nowSeconds: number,
): Promise<CheckedProblem[]> {
  const after = await readSite(home, { nowSeconds })
  const known = new Set(after.files.map(file => file.path))
  const subjects = posts.flatMap(post => {
    const path = relative(home, post.file).split(sep).join('/')
    return known.has(path) ? [{ path, repoPath: path, asked: post.file, source: post.source }] : []
  })
  const { findings } = preflight({ after, before: without(after, subjects), subjects, nowSeconds })
  const told = findings.flatMap(({ code, severity, message, path, line = 1, fix }) => {
    const subject = subjects.find(candidate => candidate.path === path)
    if (!subject) return []
    const offered: ProblemFix | undefined =
      fix && fix.edits.length > 0 ? { title: fix.title, edits: fix.edits } : undefined
    return [
      { file: subject.asked, code, severity, message, line, column: 1, ...(offered ? { fix: offered } : {}) },
    ]
  })
  return [...told, ...linksToUnpublished(after, subjects, nowSeconds)]
}

/** Links that readers of a post could not follow yet, as the preview tells of them. */
function linksToUnpublished(
  snapshot: SiteSnapshot,
  subjects: readonly { readonly path: string; readonly asked: string; readonly source: string }[],
  nowSeconds: number,
): CheckedProblem[] {
  const site = createSite(snapshot, { nowSeconds })
  return subjects.flatMap(({ path, asked, source }) => {
    const rendered = renderDocument(site, { path, source, blocks: true })
    return unpublishedLinks(site, rendered?.blocks ?? []).map(({ code, message, line }) => ({
      file: asked,
      code,
      severity: 'warning' as const,
      message,
      line,
      column: 1,
    }))
  })
}

/** The site as if the posts were new, so that all is told of them. */
function without(snapshot: SiteSnapshot, subjects: readonly { readonly path: string }[]): SiteSnapshot {
  const gone = new Set(subjects.map(subject => subject.path))
  return { ...snapshot, files: snapshot.files.filter(file => !gone.has(file.path)) }
}
