import type { Span } from '../../../text/index.ts'
import { type Embed, isRefusal, refuse } from '../embed.ts'
import { type ElementRule, addressed, shaped } from '../element-match.ts'
import { type HtmlAttribute, type HtmlTag, attribute, closingTag } from '../html-scanner.ts'
import { playable } from './frame.ts'
import { archiveOrg } from '../providers/archive-org.ts'
import { prezi } from '../providers/prezi.ts'
import { slideshare } from '../providers/slideshare.ts'
import { ted } from '../providers/ted.ts'
import { toEmbed } from '../recognise-address.ts'
import type { Provider } from '../provider.ts'

/** `<object>` and `<embed>`: Flash players whose ids still live, those nobody knows, pages, and PDFs. */
export const pluginObject: ElementRule = {
  name: 'plugin-object',
  match(page, index) {
    const tag = page.tags[index]!
    if ((tag.name !== 'object' && tag.name !== 'embed') || tag.closing) return undefined
    const last = closingTag(page, index)
    const inside = page.tags.slice(index, Math.min(last + 1, index + mostParameters))
    const found =
      inside.map(fromAddress).find(Boolean) ??
      inside.map(fromFlashVariables).find(Boolean) ??
      inside.map(fromStranger).find(Boolean)
    if (!found) return { outcome: refuse('no-src'), last }
    const sized = inside.find(inner => attribute(inner, 'width') && attribute(inner, 'height')) ?? tag
    return { outcome: shaped(found.embed, sized), last, place: found.place }
  },
}

const mostParameters = 100

interface Found {
  readonly embed: Embed
  readonly place: Span
}

function fromAddress(tag: HtmlTag): Found | undefined {
  const value = addressOf(tag)
  const deck = value && item(slideshare, /\/ssplayer2?\.swf\?(?:[^#]*&)?id=(\d+)/, value)
  if (deck) return deck
  const embed = value && addressed(value.value)
  const shown = embed && !isRefusal(embed) && embed.kind !== 'card' && embed.kind !== 'image'
  if (!value || !shown) return undefined
  return embed.id === null && embed.kind !== 'dead' ? undefined : { embed, place: value.span }
}

function addressOf(tag: HtmlTag): HtmlAttribute | undefined {
  if (tag.name === 'object') return tag.attributes.get('data')
  if (tag.name === 'embed') return tag.attributes.get('src')
  const named = attribute(tag, 'name').toLowerCase()
  return tag.name === 'param' && (named === 'movie' || named === 'src')
    ? tag.attributes.get('value')
    : undefined
}

/** A player or page of a service nobody knows is a frame of some origin; pictures and inline drawings are none. */
function fromStranger(tag: HtmlTag): Found | undefined {
  const value = addressOf(tag)
  const type = attribute(tag, 'type').toLowerCase()
  const plays =
    /^(?:application\/x-shockwave-flash|text\/html)$/.test(type) ||
    /\.swf(?=[?#]|$)/i.test(value?.value ?? '')
  const embed = value && plays ? addressed(value.value) : undefined
  return value && embed && !isRefusal(embed) ? { embed: playable(embed), place: value.span } : undefined
}

/** Players whose address was the same for all: the item stands in `flashvars`, or in the element's own id. */
function fromFlashVariables(tag: HtmlTag): Found | undefined {
  const variables =
    tag.attributes.get('flashvars') ??
    (attribute(tag, 'name').toLowerCase() === 'flashvars' ? tag.attributes.get('value') : undefined)
  for (const { provider, pattern } of variablePatterns) {
    const found = variables && item(provider, pattern, variables)
    if (found) return found
  }
  const id = tag.attributes.get('id') ?? tag.attributes.get('name')
  return (
    id && (item(slideshare, /^__sse?_?(\d+)$/, id) ?? item(prezi, /^prezi(?:Embed)?_([\w-]{10,24})$/, id))
  )
}

const variablePatterns: readonly { readonly provider: Provider; readonly pattern: RegExp }[] = [
  { provider: prezi, pattern: /(?:^|&)prezi_id=([\w-]{10,24})/ },
  { provider: archiveOrg, pattern: /archive\.org\/download\/([A-Za-z0-9][\w.-]*)\// },
  { provider: ted, pattern: /(?:adKeys=|;)talk=(\w+)/ },
]

function item(
  provider: Provider,
  pattern: RegExp,
  { value, span }: { value: string; span: Span },
): Found | undefined {
  const id = pattern.exec(value)?.[1]
  const recognised = id && provider.fromId?.(id)
  return recognised ? { embed: toEmbed(provider, recognised), place: span } : undefined
}
