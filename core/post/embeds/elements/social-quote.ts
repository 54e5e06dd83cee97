import { isRefusal, refuse } from '../embed.ts'
import { type ElementMatch, type ElementRule, linkedEmbed, withCompanion } from '../element-match.ts'
import { type HtmlPage, attribute, closingTag, hasClass } from '../html-scanner.ts'
import { bluesky } from '../providers/bluesky.ts'
import { recogniseAddress, toEmbed } from '../recognise-address.ts'

/** The quotes of X, Bluesky, Mastodon and others, which their scripts dress up. */
export const socialQuote: ElementRule = {
  name: 'social-quote',
  match(page, index) {
    const tag = page.tags[index]!
    if (tag.name !== 'blockquote' || tag.closing) return undefined
    const end = closingTag(page, index)
    if (
      ['twitter-tweet', 'twitter-video', 'twitter-tweet-rendered', 'x-post'].some(name => hasClass(tag, name))
    ) {
      const linked = linkedEmbed(page, index, 'x')
      const last = withCompanion(page, end, src =>
        /^(?:https?:)?\/\/platform\.(?:twitter|x)\.com\//.test(src),
      )
      return linked
        ? { outcome: linked.embed, last, place: linked.place }
        : { outcome: refuse('no-src'), last }
    }
    const uri = tag.attributes.get('data-bluesky-uri')
    if (uri) {
      const recognised = bluesky.fromId!(uri.value)
      const last = withCompanion(page, end, src => /^(?:https?:)?\/\/embed\.bsky\.app\//.test(src))
      return { outcome: recognised ? toEmbed(bluesky, recognised) : refuse('bad-id'), last, place: uri.span }
    }
    const framed = tag.attributes.get('data-embed-url')
    if (framed && hasClass(tag, 'mastodon-embed')) {
      const embed = recogniseAddress(attribute(tag, 'data-embed-url'))
      const last = withCompanion(page, end, src => src.endsWith('/embed.js'))
      const known = !isRefusal(embed) && embed.provider === 'mastodon'
      return { outcome: known ? embed : refuse('bad-id'), last, place: framed.span }
    }
    return otherQuote(page, index, end)
  },
}

/** Quotes of further services by their class: what they link to, and whose script dresses them up. */
const otherQuotes: Readonly<Record<string, { readonly permalink?: string; readonly script: RegExp }>> = {
  'reddit-embed-bq': { script: /^(?:https?:)?\/\/embed\.reddit\.com\// },
  'reddit-card': { script: /^(?:https?:)?\/\/embed\.redditmedia\.com\// },
  'instagram-media': {
    permalink: 'data-instgrm-permalink',
    script: /^(?:https?:)?\/\/(?:www|platform)\.instagram\.com\//,
  },
  'text-post-media': {
    permalink: 'data-text-post-permalink',
    script: /^(?:https?:)?\/\/www\.threads\.(?:net|com)\//,
  },
  'tiktok-embed': { permalink: 'cite', script: /^(?:https?:)?\/\/www\.tiktok\.com\// },
}

function otherQuote(page: HtmlPage, index: number, end: number): ElementMatch | undefined {
  const tag = page.tags[index]!
  const name = Object.keys(otherQuotes).find(word => hasClass(tag, word))
  if (name === undefined) return undefined
  const { permalink, script } = otherQuotes[name]!
  const named = permalink === undefined ? undefined : tag.attributes.get(permalink)
  const links = page.tags.slice(index, end).flatMap(inner => inner.attributes.get('href') ?? [])
  for (const address of named ? [named] : links) {
    const embed = recogniseAddress(address.value)
    if (!isRefusal(embed))
      return {
        outcome: embed,
        last: withCompanion(page, end, src => script.test(src)),
        place: address.span,
      }
  }
  return { outcome: refuse('no-src'), last: end }
}
