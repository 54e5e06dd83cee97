import { isRefusal, refuse } from '../embed.ts'
import { type ElementRule, linkedEmbed, withCompanion } from '../element-match.ts'
import { attribute, closingTag, hasClass } from '../html-scanner.ts'
import { bluesky } from '../providers/bluesky.ts'
import { recogniseAddress, toEmbed } from '../recognise-address.ts'

/** The quotes of X, Bluesky and Mastodon, which their scripts dress up. */
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
    return undefined
  },
}
