/** The Jekylls whose rules are known. 3.10 is the one GitHub Pages runs. */
export type JekyllVersion = '4.3' | '3.10'

/** A file of a site as the service that read it describes it. Paths are relative to the site's source, with `/`. */
export interface SiteFile {
  readonly path: string
  readonly sizeBytes: number
  /** Seconds since 1970. */
  readonly modifiedSeconds: number
  /** Whether its first line is `---`: what makes a page of a file. */
  readonly hasFrontMatter?: boolean
  /** Its text, where something may be rendered from it. */
  readonly text?: string
  /**
   * Set where `text` ends before the file does, to keep the snapshot of a large folder affordable: it then holds the
   * front matter, the excerpt and the link definitions the excerpt may need.
   */
  readonly textIsCut?: boolean
}

/** Something about the site that was left out or could not be read; the rest stands. */
export interface SiteProblem {
  readonly code: string
  readonly message: string
  readonly path?: string
  readonly line?: number
}

/** The theme of a site, where it was found on this machine. */
export interface ThemeSnapshot {
  readonly name: string
  readonly version: string
  /** Where its files lie, as the machine names it. */
  readonly folder: string
  readonly files: readonly SiteFile[]
}

/** What is known of the theme in another repository that a site names. */
export interface RemoteThemeFacts {
  /** As the writer knows it, such as `owner/name@ref`. */
  readonly title: string
  readonly host: string
  /** It names one state of the theme, which never changes: a commit. */
  readonly isPinned: boolean
  /** When the writer had it fetched, ISO 8601; undefined while it is not on this machine. */
  readonly fetchedAt?: string
}

/** A site on disk as plain values, enough to render every page of it. JSON-safe, so that it can cross to a worker. */
export interface SiteSnapshot {
  /** Changes whenever anything in the snapshot does. */
  readonly version: string
  /** The folder the site lies in, as the machine names it. */
  readonly source: string
  /** Configuration files in the order they are merged. */
  readonly configFiles: readonly SiteFile[]
  readonly files: readonly SiteFile[]
  readonly theme?: ThemeSnapshot
  readonly remoteTheme?: RemoteThemeFacts
  /** `JEKYLL_ENV`. */
  readonly environment: string
  /** `TZ` or the machine's zone: what a site without a `timezone` is built in. */
  readonly timezone: string
  /** When it was read, in seconds since 1970: `site.time` where nothing else is asked for. */
  readonly readAtSeconds: number
  /** What says which Jekyll publishes the site. */
  readonly hosting: HostingSigns
  readonly problems: readonly SiteProblem[]
}

/** Signs of how a site is published. */
export interface HostingSigns {
  /** Text of `Gemfile.lock`. */
  readonly lockfile?: string
  /** Text of `Gemfile`. */
  readonly gemfile?: string
  readonly hasCname: boolean
  /** Whether a workflow of the repository builds the site itself. */
  readonly hasBuildWorkflow: boolean
  /** Address of the Git remote. */
  readonly remote?: string
  /** Which Jekyll the writer says it is; that wins. */
  readonly chosen?: JekyllVersion | undefined
}
