import {
  type RenderedDocument,
  type Site,
  type SiteSnapshot,
  createSite,
  listDocuments,
  renderDocument,
} from '../../jekyll/index.ts'
import type { ExportFinding } from '../types.ts'
import { buildHost } from './host.ts'
import type { PreflightPost, PreflightSite, PublishedPost, RuleFinding } from './rule.ts'
import { preflightRules } from './rules.ts'
import { fileFor } from './rules/same-address.ts'

/** A post that goes out. */
export interface PreflightSubject {
  /** Relative to the site. */
  readonly path: string
  /** Relative to the repository; what findings name. */
  readonly repoPath: string
  /** What the writer called it when they asked. */
  readonly asked: string
  /** Where it was before, when it is renamed. */
  readonly formerPath?: string
  /** It is on the site as it is, so there is nothing to say of it but its address. */
  readonly unchanged?: boolean
}

export interface PreflightRequest {
  /** The site with the posts as they will be. */
  readonly after: SiteSnapshot
  /** The site as it is published now. */
  readonly before: SiteSnapshot
  readonly subjects: readonly PreflightSubject[]
  /** When the host would build it. */
  readonly nowSeconds: number
}

/** What a post will be on the site. */
export interface PredictedPage {
  /** Relative to the site. */
  readonly path: string
  /** Without baseurl; undefined where Jekyll takes the file for no document. */
  readonly url: string | undefined
  /** ISO 8601 with offset. */
  readonly date: string | undefined
  /** In the site that is built now. */
  readonly visible: boolean
}

export interface Preflight {
  readonly pages: readonly PredictedPage[]
  readonly findings: readonly ExportFinding[]
}

/**
 * Looks a set of posts over before it goes out: where they will be, and what could go wrong.
 *
 * It speaks of what this export changes and of what stops the build. What was so on the site before is one line.
 */
export function preflight(request: PreflightRequest): Preflight {
  const after = stateOf(request.after, request)
  const before = stateOf(request.before, request)
  const findings: ExportFinding[] = []
  const pages: PredictedPage[] = []
  let already = 0
  for (const subject of request.subjects) {
    const old = before.post(subject.formerPath ?? subject.path)
    const post = withPublished(after.post(subject.path), old)
    pages.push({
      path: subject.path,
      url: post.rendered?.url,
      date: post.rendered?.date ?? undefined,
      visible: post.visible,
    })
    if (subject.unchanged) continue
    const found = findAll(post, after.facts)
    const known = new Set(old.visible && found.length > 0 ? findAll(old, before.facts).map(keyOf) : [])
    for (const each of found) {
      if (known.has(keyOf(each)) && !each.finding.always) already++
      else findings.push(describe(each, subject))
    }
  }
  findings.push(...brokenElsewhere(request, after))
  if (already > 0) findings.push(alreadySo(already))
  return { pages, findings }
}

interface Found {
  readonly code: string
  readonly finding: RuleFinding
}

function findAll(post: PreflightPost, facts: PreflightSite): Found[] {
  return preflightRules.flatMap(({ code, check }) => check(post, facts).map(finding => ({ code, finding })))
}

function keyOf({ code, finding }: Found): string {
  return `${code} ${finding.about}`
}

function describe({ code, finding }: Found, subject: PreflightSubject): ExportFinding {
  const { severity, message, line, fixes } = finding
  const [fix, ...otherFixes] = fixes.map(each => ({ ...each, post: subject.asked }))
  return {
    code,
    severity,
    message,
    path: subject.repoPath,
    ...(line === undefined ? {} : { line }),
    ...(fix ? { fix } : {}),
    ...(otherFixes.length > 0 ? { otherFixes } : {}),
  }
}

function alreadySo(count: number): ExportFinding {
  const things = count === 1 ? 'One more thing was' : `${count} more things were`
  return { code: 'already-so', severity: 'info', message: `${things} so on the site before this export.` }
}

/** A site at the moment of the build, and its posts. */
interface SiteState {
  readonly facts: PreflightSite
  readonly post: (path: string) => PreflightPost
}

function stateOf(snapshot: SiteSnapshot, { nowSeconds }: PreflightRequest): SiteState {
  const host = buildHost(snapshot.hosting)
  const there = host ? { ...snapshot, timezone: host.timezone } : snapshot
  const built = createSite(there, { nowSeconds })
  const whole = once(() => createSite(there, { nowSeconds, drafts: true, future: true, unpublished: true }))
  const addresses = once(() => addressesOf(built))
  const visible = new Set(listDocuments(built).map(({ path }) => path))
  const sources = new Map(snapshot.files.map(file => [file.path, file]))
  const rendered = (path: string): RenderedDocument | undefined =>
    renderDocument(visible.has(path) ? built : whole(), { path })
  return {
    facts: {
      site: built,
      files: new Set(sources.keys()),
      baseurl: baseurlOf(built),
      get paths() {
        return addresses()
      },
      host: host?.name,
      writerZone: snapshot.timezone,
    },
    post: path => ({
      path,
      source: sources.get(path)?.text ?? '',
      rendered: sources.has(path) ? rendered(path) : undefined,
      visible: visible.has(path),
    }),
  }
}

/** Of a large site these take a while, and most posts need neither. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function baseurlOf({ settings }: Site): string {
  const value = settings.configuration.get('baseurl')
  return typeof value === 'string' ? value.replace(/\/+$/, '') : ''
}

/** Which documents and pages are written to which file. */
function addressesOf(site: Site): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  const add = (url: string, path: string): void => {
    const file = fileFor(url)
    paths.set(file, [...(paths.get(file) ?? []), path])
  }
  for (const collection of site.collections.values())
    if (collection.isWritten) for (const { url, file } of collection.documents) add(url, file.path)
  for (const { url, file } of site.pages) add(url, file.path)
  return paths
}

function withPublished(post: PreflightPost, old: PreflightPost): PreflightPost {
  if (!old.rendered) return post
  const published: PublishedPost = { path: old.path, url: old.rendered.url, visible: old.visible }
  return { ...post, published }
}

/** Other posts that name a renamed one in `post_url` or `link`: the build stops at them. */
function brokenElsewhere({ subjects, after }: PreflightRequest, state: SiteState): ExportFinding[] {
  return subjects.flatMap(({ formerPath, repoPath }) => {
    if (formerPath === undefined) return []
    const name = formerPath.replace(/^(?:.*\/)?_posts\//, '').replace(/\.[^.]+$/, '')
    const calls = [`post_url ${name}`, `link ${formerPath}`]
    const broken = after.files.filter(
      ({ path, text }) => calls.some(call => text?.includes(call)) && state.post(path).visible,
    )
    return broken.map(({ path }) => ({
      code: 'liquid',
      severity: 'error' as const,
      message: `${path} links to this post under its old name, which stops the build of the whole site.`,
      path: repoPath,
    }))
  })
}
