import { type RubyHash, RubyTime, type Zone, parseTime, toText, truthy, zoneNamed } from '../ruby/index.ts'
import type { Highlight } from '../kramdown/index.ts'
import { configuredFolder, configuredTexts } from './configuration.ts'
import { FrontMatterDefaults } from './front-matter-defaults.ts'
import type { JekyllVersion, SiteSnapshot } from './site.ts'
import type { JekyllChoice } from './versions.ts'

/** What a caller decides about a build, as Jekyll's command line does. */
export interface SiteOptions {
  /** `site.time`, Liquid's `now`, and every draft's time, in seconds since 1970. */
  readonly nowSeconds?: number
  readonly drafts?: boolean
  readonly future?: boolean
  readonly unpublished?: boolean
  /** Colours code; without it code is only escaped. */
  readonly highlight?: Highlight
  /** Which Jekyll; what the signs of the repository say where it is left out. */
  readonly jekyll?: JekyllVersion
}

/** The configuration of a site and what follows from it for every document. */
export interface SiteSettings {
  readonly configuration: RubyHash
  readonly collectionsFolder: string
  readonly zone: Zone
  /** `site.time`. */
  readonly time: RubyTime
  /** The time of drafts that name none, where the caller pins it. */
  readonly draftSeconds: number | undefined
  readonly defaults: FrontMatterDefaults
  readonly drafts: boolean
  readonly future: boolean
  readonly unpublished: boolean
  /** Which Jekyll publishes the site. */
  readonly jekyll: JekyllChoice
  /** Gems the site loads, as its configuration and its Gemfile name them. */
  readonly plugins: ReadonlySet<string>
  isMarkdown(extension: string): boolean
}

export function readSettings(
  configuration: RubyHash,
  snapshot: SiteSnapshot,
  options: SiteOptions,
  jekyll: JekyllChoice,
): SiteSettings {
  const timezone = configuration.get('timezone')
  const zone = zoneNamed(truthy(timezone) ? toText(timezone) : snapshot.timezone)
  const now = new RubyTime(options.nowSeconds ?? snapshot.readAtSeconds, 0, zone)
  const extensions = new Set(
    toText(configuration.get('markdown_ext'))
      .split(',')
      .map(extension => `.${extension.toLowerCase()}`),
  )
  const flag = (key: string): boolean => truthy(configuration.get(key))
  return {
    configuration,
    collectionsFolder: configuredFolder(configuration, 'collections_dir'),
    zone,
    time: configuredTime(configuration, now, options) ?? now,
    draftSeconds: options.nowSeconds,
    defaults: new FrontMatterDefaults(configuration),
    drafts: options.drafts ?? flag('show_drafts'),
    future: options.future ?? flag('future'),
    unpublished: options.unpublished ?? flag('unpublished'),
    jekyll,
    plugins: namedPlugins(configuration, snapshot),
    isMarkdown: extension => extensions.has(extension.toLowerCase()),
  }
}

function namedPlugins(configuration: RubyHash, snapshot: SiteSnapshot): Set<string> {
  const group =
    /group\s+:jekyll_plugins\s+do([\s\S]*?)\bend\b/.exec(snapshot.hosting.gemfile ?? '')?.[1] ?? ''
  const gems = [...group.matchAll(/^\s*gem\s+["']([^"']+)["']/gm)].map(match => match[1]!)
  // Jekyll 3 called the list `gems`.
  const listed = ['plugins', 'gems'].flatMap(key => configuredTexts(configuration, key))
  return new Set([...listed, ...gems])
}

/** `time:` of the configuration pins a build; a time the caller asks for wins over it. */
function configuredTime(configuration: RubyHash, now: RubyTime, options: SiteOptions): RubyTime | undefined {
  const time = configuration.get('time')
  if (options.nowSeconds !== undefined || !truthy(time)) return undefined
  return parseTime(toText(time), now.zone, now)?.in(now.zone)
}
