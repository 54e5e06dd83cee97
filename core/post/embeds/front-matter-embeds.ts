import type { Span } from '../../text/index.ts'
import { type Embed, isRefusal } from './embed.ts'
import { literalPattern } from './literal-pattern.ts'
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
  const provider = keyPatterns.find(entry => entry.id.test(name))?.provider
  const recognised = provider?.fromId?.(value)
  if (provider && recognised) return toEmbed(provider, recognised)
  const holdsAddress = addressKey.test(name) || keyPatterns.some(entry => entry.address.test(name))
  const embed = holdsAddress && /[/.]/.test(value) ? recogniseAddress(value) : undefined
  return embed && !isRefusal(embed) && shownKinds.has(embed.kind) ? embed : undefined
}

/** Post and card services are left out: a `twitter: 123` of front matter is where the post was announced. */
const shownKinds: ReadonlySet<string> = new Set(['slides', 'video', 'audio', 'dead'])

/** For each provider the keys that hold its id (`youtube`, `talk_youtube_video_id`) and its address (`youtube_link`). */
const keyPatterns = providers
  .filter(provider => shownKinds.has(provider.kind))
  .map(provider => {
    const words = (provider.tagNames ?? [packed(provider.name)]).filter(word => word.length > 2)
    const start = `^(?:talk|event|post|header)?(?:${words.map(literalPattern).join('|')})(?:video|deck|slides?|player)?`
    return {
      provider,
      id: new RegExp(`${start}(?:id|key|hash)?$`),
      address: new RegExp(`${start}(?:url|link|embed|src|href|uri)?$`),
    }
  })
