import {
  Context,
  Limits,
  LiquidError,
  type LiquidHost,
  type TagDefinition,
  type Template,
  jekyllFilters,
  jekyllTags,
  parseTemplate,
} from '../../liquid/index.ts'
import { type RubyHash, RubyTime, type RubyValue, utc } from '../../ruby/index.ts'

/** Names with their texts; a name with full stops is a path, `header.video`. */
export type Values = Readonly<Record<string, string>>

/** Prints an include of a site; undefined where there is none of the path, or it fails. */
export type PrintInclude = (path: string, parameters: Values, page: Values) => string | undefined

/** An include tried out with a sample needs little; one that loops on shows no single embed. */
const limits = { steps: 20_000, length: 200_000, items: 1_000 }

/**
 * A site's includes as Jekyll prints them, those they include themselves among them. Tags of plugins print nothing.
 *
 * @param files source by path below `_includes`
 */
export function includePages(files: ReadonlyMap<string, string>): PrintInclude {
  const templates = new Map<string, Template | undefined>()
  const templateOf = (path: string): Template | undefined => {
    if (!templates.has(path)) templates.set(path, readTemplate(path, files.get(path)))
    return templates.get(path)
  }
  const host = hostWith(templateOf)
  return (path, parameters, page) => {
    const environment: RubyHash = new Map<RubyValue, RubyValue>([
      ['include', nested(parameters)],
      ['page', nested(page)],
    ])
    try {
      return templateOf(path)?.render(
        new Context({ environment, filters: jekyllFilters, host, limits: new Limits(limits) }),
      )
    } catch (error) {
      if (error instanceof LiquidError) return undefined
      throw error
    }
  }
}

function readTemplate(name: string, source: string | undefined): Template | undefined {
  if (source === undefined) return undefined
  try {
    return parseTemplate(source, { tags: withPluginTags(source), name })
  } catch (error) {
    if (error instanceof LiquidError) return undefined
    throw error
  }
}

const nothing: TagDefinition = {
  isBlock: false,
  parse: (_markup, { line }) => ({ line, blank: true, render() {} }),
}

/** Jekyll's tags and, without effect, those a plugin must have brought. */
function withPluginTags(source: string): ReadonlyMap<string, TagDefinition> {
  const words = [...source.matchAll(/\{%-?\s*(\w+)/g)].map(match => match[1]!)
  const unknown = words.filter(
    word => !jekyllTags.has(word) && !/^(?:end\w+|els(?:e|if)|when|liquid)$/.test(word),
  )
  return unknown.length === 0
    ? jekyllTags
    : new Map([...jekyllTags, ...unknown.map(word => [word, nothing] as const)])
}

function nested(values: Values): RubyHash {
  const top: RubyHash = new Map<RubyValue, RubyValue>()
  for (const [name, text] of Object.entries(values)) {
    const path = name.split('.')
    let at = top
    for (const part of path.slice(0, -1)) {
      const below: RubyHash = new Map<RubyValue, RubyValue>()
      at.set(part, below)
      at = below
    }
    at.set(path.at(-1)!, text)
  }
  return top
}

/** What an include may ask of a site that is not there: paths stay as they are. */
function hostWith(include: (path: string) => Template | undefined): LiquidHost {
  return {
    now: new RubyTime(0, 0, utc),
    zone: utc,
    url: '',
    baseurl: '',
    linksHaveBaseurl: true,
    highlighter: 'rouge',
    markdownify: text => text,
    smartify: text => text,
    sassify: text => text,
    highlight: code => code,
    include,
    includeRelative: () => undefined,
    link: path => path,
    postUrl: () => undefined,
    tolerate: () => true,
  }
}
