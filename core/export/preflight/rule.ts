import type { RenderedDocument, Site } from '../../jekyll/index.ts'
import type { TextEdit } from '../../text/index.ts'
import type { ExportFinding } from '../types.ts'

/** What one click would change. */
export interface Fix {
  readonly id: string
  readonly title: string
  /** In offsets of the post's source; empty for a fix that is not one of the text. */
  readonly edits: readonly TextEdit[]
  /** When it is worth a new try; ISO 8601. */
  readonly until?: string
}

/** What a rule has to say of a post. */
export interface RuleFinding {
  readonly severity: ExportFinding['severity']
  readonly message: string
  readonly line?: number
  /** What it is about, so that the same thing in the published version can be told from a new one. */
  readonly about: string
  /** The likeliest first. */
  readonly fixes: readonly Fix[]
  /** Said even when it was so on the site before: it stops the whole build, or hides the post. */
  readonly always?: boolean
}

/** A post as it will be, or as it was published. */
export interface PreflightPost {
  /** Relative to the site. */
  readonly path: string
  readonly source: string
  /** Undefined where Jekyll does not take the file for a document or page. */
  readonly rendered: RenderedDocument | undefined
  /** In the site that is built now. */
  readonly visible: boolean
  /** The same post as it is published, where it is. */
  readonly published?: PublishedPost
}

export interface PublishedPost {
  readonly path: string
  readonly url: string
  readonly visible: boolean
}

/** What rules may ask of the site. */
export interface PreflightSite {
  /** As the host builds it now. */
  readonly site: Site
  /** Every file of the site, relative to it. */
  readonly files: ReadonlySet<string>
  readonly baseurl: string
  /** Which documents and pages have an address. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  /** Who builds it, for sentences: `GitHub Pages`, or undefined for the writer's own machine. */
  readonly host: string | undefined
  /** The zone the writer's clock shows. */
  readonly writerZone: string
}

/** One thing to look for. */
export interface PreflightRule {
  readonly code: string
  readonly check: (post: PreflightPost, site: PreflightSite) => readonly RuleFinding[]
}

/** The line an offset lies in, from 1. */
export function lineAt(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}

/** A fix whose edits may not be possible; then there is none. */
export function fixIfPossible(id: string, title: string, edits: () => readonly TextEdit[]): readonly Fix[] {
  try {
    const made = edits()
    return made.length === 0 ? [] : [{ id, title, edits: made }]
  } catch {
    return [] // The front matter is written in a way that cannot be changed safely.
  }
}
