import type { Span } from '../../text/index.ts'
import { type Embed, isRefusal } from './embed.ts'
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

/** Keys that hold the address of a recording or a deck. */
const addressKeys =
  /^(?:talk|event|post|header|featured?|main)?(?:video|slides?|deck|presentation|recording|screencast|podcast|audio|embed|player|slidedeck|talkvideo|media)s?(?:url|link|embed|src|href|uri|path|file)?$/

/** The embed a key and its value name: `youtubeId: X`, `speakerdeck_id: X`, `video_url: https://…`. */
export function fromFrontMatter({ key, value }: FrontMatterValue): Embed | undefined {
  const name = packed(key)
  const provider = providers.find(entry =>
    (entry.tagNames ?? [packed(entry.name)]).some(
      word => word.length > 2 && new RegExp(`^${word}(?:video|deck|slides?)?(?:id|key|hash)?$`).test(name),
    ),
  )
  const recognised = provider?.fromId?.(value)
  if (provider && recognised) return toEmbed(provider, recognised)
  const embed =
    (provider || addressKeys.test(name)) && /[/.]/.test(value) ? recogniseAddress(value) : undefined
  const shown = embed && !isRefusal(embed) && embed.kind !== 'card' && embed.kind !== 'image'
  return shown ? embed : undefined
}
