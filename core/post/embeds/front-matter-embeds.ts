import type { Span } from '../../text/index.ts'
import { type Embed, isRefusal } from './embed.ts'
import type { Provider } from './provider.ts'
import { providers } from './providers/index.ts'
import { recogniseAddress, toEmbed } from './recognise-address.ts'
import { packed } from './template-tag.ts'

/** A scalar of the front matter: `key: value` on one line, at whatever depth. */
export interface FrontMatterValue {
  readonly key: string
  readonly value: string
  /** Where the value stands, quotes left out. */
  readonly span: Span
}

/** Reads the one-line scalars of YAML. Block scalars and flow lists hold no ids in practice. */
export function frontMatterValues(source: string, yaml: Span): FrontMatterValue[] {
  const pattern =
    /^([ \t]*(?:-[ \t]+)?)([\w-]+)[ \t]*:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#|>&*![{"'][^\n\r]*?))[ \t]*(?:[ \t]#[^\n]*)?\r?$/dgm
  return [...source.slice(yaml.from, yaml.to).matchAll(pattern)].map(match => {
    const group = match[3] !== undefined ? 3 : match[4] !== undefined ? 4 : 5
    const [from, to] = match.indices![group]!
    return { key: match[2]!, value: match[group]!, span: { from: yaml.from + from, to: yaml.from + to } }
  })
}

/** Words a key is made of when its value is the address of a recording or a deck. */
const addressKey =
  /^(?:(?:talk|event|post|header|featured?|main)?(?:video|slide|deck|presentation|recording|screencast|podcast|audio|embed|player|slidedeck|media)s?)+(?:url|link|embed|src|href|uri|path|file)?$/

/** The embed a key and its value name: `youtubeId: X`, `speakerdeck_id: X`, `youtube_link: https://…`, `video_url: https://…`. */
export function fromFrontMatter({ key, value }: FrontMatterValue): Embed | undefined {
  const name = packed(key)
  const provider = shownProviders.find(entry =>
    wordsOf(entry).some(word => keyNames(name, word, /(?:id|key|hash)?/)),
  )
  const recognised = provider?.fromId?.(value)
  if (provider && recognised) return toEmbed(provider, recognised)
  const holdsAddress =
    addressKey.test(name) ||
    shownProviders.some(entry =>
      wordsOf(entry).some(word => keyNames(name, word, /(?:url|link|embed|src|href|uri)?/)),
    )
  const embed = holdsAddress && /[/.]/.test(value) ? recogniseAddress(value) : undefined
  return embed && !isRefusal(embed) && shownKinds.has(embed.kind) ? embed : undefined
}

/** Post and card services are left out: a `twitter: 123` of front matter is where the post was announced. */
const shownKinds: ReadonlySet<string> = new Set(['slides', 'video', 'audio', 'dead'])
const shownProviders = providers.filter(provider => shownKinds.has(provider.kind))

function wordsOf(provider: Provider): readonly string[] {
  return (provider.tagNames ?? [packed(provider.name)]).filter(word => word.length > 2)
}

/** `youtube`, `youtubevideo` and `talkyoutubeid` for the word `youtube`. */
function keyNames(name: string, word: string, tail: RegExp): boolean {
  return new RegExp(`^(?:talk|event|post|header)?${word}(?:video|deck|slides?|player)?${tail.source}$`).test(
    name,
  )
}
