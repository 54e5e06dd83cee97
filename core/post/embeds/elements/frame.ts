import { type Embed, isRefusal, refuse } from '../embed.ts'
import { type ElementRule, addressed, shaped, withCompanion } from '../element-match.ts'
import { type HtmlAttribute, type HtmlPage, type HtmlTag, closingTag } from '../html-scanner.ts'
import { parseUrl } from '../web-url.ts'

/** `<iframe>`. A frame of an origin nobody knows stays one, with its origin named and nothing loaded. */
export const frame: ElementRule = {
  name: 'iframe',
  match(page, index) {
    const tag = page.tags[index]!
    if ((tag.name !== 'iframe' && tag.name !== 'amp-iframe') || tag.closing) return undefined
    const end = closingTag(page, index)
    if (tag.attributes.has('srcdoc')) return { outcome: refuse('srcdoc'), last: end }
    const src = frameAddress(tag)
    if (!src) return { outcome: refuse('no-src'), last: end }
    const outcome = addressed(src.value)
    if (!outcome) return { outcome: refuse('no-src'), last: end }
    if (isRefusal(outcome)) return { outcome, last: end, place: src.span }
    const embed = playable(outcome)
    const last = withBelongings(page, embed, end)
    return { outcome: shaped(embed, tag, wrapperOf(page, index)), last, place: src.span }
  },
}

/** Mastodon's script and SlideShare's caption with the deck's and the author's links come along with the frame. */
function withBelongings(page: HtmlPage, embed: Embed, end: number): number {
  if (embed.provider === 'mastodon') return withCompanion(page, end, address => address.endsWith('/embed.js'))
  const caption = page.tags[end + 1]
  if (embed.provider !== 'slideshare' || caption?.name !== 'div' || caption.closing) return end
  const last = closingTag(page, end + 1)
  const touching = page.source.slice(page.tags[end]!.span.to, caption.span.from).trim() === ''
  const text = page.source.slice(caption.span.from, page.tags[last]!.span.to)
  return touching && last > end + 1 && /<a\s[^>]*slideshare\.net\//.test(text) && text.length < 2000
    ? last
    : end
}

/** The address a frame loads, or that a script loads into it later. */
function frameAddress(tag: HtmlTag): HtmlAttribute | undefined {
  return ['src', 'data-src', 'data-lazy-src', 'data-original']
    .map(name => tag.attributes.get(name))
    .find(value => value && value.value.trim() !== '' && !value.value.startsWith('about:'))
}

/** A page that no provider plays is only a frame of some origin. */
export function playable(embed: Embed): Embed {
  if (embed.kind !== 'card') return embed
  const frame = { ...embed, provider: 'generic', kind: 'iframe' as const, id: null, offlineResolvable: false }
  if (embed.params['local'] === true && embed.pageUrl)
    return { ...frame, id: embed.pageUrl, offlineResolvable: true, embedSrc: embed.pageUrl }
  return { ...frame, params: { origin: parseUrl(embed.pageUrl ?? '')?.origin ?? '' } }
}

/** The element around, which holds the shape of frames that fill their parent. */
function wrapperOf({ source, tags }: HtmlPage, index: number): HtmlTag | undefined {
  const before = tags[index - 1]
  const touching =
    before && !before.closing && source.slice(before.span.to, tags[index]!.span.from).trim() === ''
  return touching ? before : undefined
}
