import type { Span } from '../../text/index.ts'
import { type Embed, isRefusal } from './embed.ts'
import { literalPattern } from './literal-pattern.ts'
import { tagWords } from './provider-names.ts'
import { providers } from './providers/index.ts'
import { recogniseAddress, toEmbed } from './recognise-address.ts'
import { packed } from './template-tag.ts'

/** A scalar of the front matter on one line, at whatever depth. */
export interface FrontMatterValue {
  /** The key; with its parent's before it where it is as common as `url`; for list items the list's own. */
  readonly key: string
  readonly value: string
  /** Where the value stands, quotes left out. */
  readonly span: Span
}

const commonKeys = /^(?:url|link|src|href|file|path|embed|id|key)$/i
const scalar = /"([^"\n]*)"|'([^'\n]*)'|([^\s#|>&*![{"',}][^\n\r]*?)(?=[ \t]*(?:[ \t]#[^\n]*)?\r?$)/dy
const inFlow = /([\w-]+)[ \t]*:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}[\],]+))/dg

/** Reads the one-line scalars of YAML: `key: value`, list items, and flow maps such as `{url: …, id: …}`. */
export function frontMatterValues(source: string, yaml: Span): FrontMatterValue[] {
  const values: FrontMatterValue[] = []
  const parents: { readonly indent: number; readonly key: string }[] = []
  for (const line of source.slice(yaml.from, yaml.to).matchAll(/[^\n]*(?:\n|$)/g)) {
    const text = line[0].replace(/\r?\n$/, '')
    const opened = /^([ \t]*(?:-[ \t]+)*)(?:([\w-]+)[ \t]*:(?:[ \t]+|$))?/.exec(text)!
    if (text.trim() === '' || (opened[2] === undefined && !opened[1]!.includes('-'))) continue
    const indent = opened[1]!.length
    while (parents.length > 0 && parents.at(-1)!.indent >= indent) parents.pop()
    const parent = parents.at(-1)?.key ?? ''
    const key =
      opened[2] === undefined ? parent : commonKeys.test(opened[2]) ? `${parent}_${opened[2]}` : opened[2]
    const offset = yaml.from + line.index
    if (opened[2] !== undefined && opened[0].length === text.length) parents.push({ indent, key })
    else if (text[opened[0].length] === '{') values.push(...flowValues(text, opened[0].length, key, offset))
    else {
      scalar.lastIndex = opened[0].length
      const match = scalar.exec(text)
      if (match) values.push(valueOf(match, 1, key, offset))
    }
  }
  return values
}

function flowValues(text: string, at: number, parent: string, offset: number): FrontMatterValue[] {
  return [...text.slice(at).matchAll(inFlow)].map(match =>
    valueOf(match, 2, commonKeys.test(match[1]!) ? `${parent}_${match[1]}` : match[1]!, offset + at),
  )
}

/** The value is the first of three groups that matched: double-quoted, single-quoted, plain. */
function valueOf(
  match: RegExpExecArray | RegExpMatchArray,
  group: number,
  key: string,
  offset: number,
): FrontMatterValue {
  const matched = [group, group + 1, group + 2].find(at => match[at] !== undefined)!
  const [from, to] = match.indices![matched]!
  return { key, value: match[matched]!, span: { from: offset + from, to: offset + to } }
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
  .filter(provider => shownKinds.has(provider.kind) && tagWords(provider).some(word => word.length > 2))
  .map(provider => {
    const words = tagWords(provider).filter(word => word.length > 2)
    const start = `^(?:talk|event|post|header)?(?:${words.map(literalPattern).join('|')})(?:video|deck|slides?|player)?`
    return {
      provider,
      id: new RegExp(`${start}(?:id|key|hash)?$`),
      address: new RegExp(`${start}(?:url|link|embed|src|href|uri)?$`),
    }
  })
