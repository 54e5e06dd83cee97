import { type Embed, isRefusal } from '../embed.ts'
import type { ElementRule } from '../element-match.ts'
import { attribute, closingTag, hasClass } from '../html-scanner.ts'
import { recogniseAddress } from '../recognise-address.ts'

/** A picture of the item that links to it, and the link Lectern leaves where the network has to be asked. */
export const linkedPoster: ElementRule = {
  name: 'linked-poster',
  match(page, index) {
    const tag = page.tags[index]!
    if (tag.closing) return undefined
    const last = closingTag(page, index)
    if (tag.name === 'p' && hasClass(tag, 'embed-pending')) {
      const link = page.tags
        .slice(index, last)
        .find(inner => inner.name === 'a')
        ?.attributes.get('href')
      const embed = link && recogniseAddress(link.value)
      return link && embed && !isRefusal(embed) ? { outcome: embed, last, place: link.span } : undefined
    }
    const href = tag.name === 'a' ? tag.attributes.get('href') : undefined
    const embed = href && recogniseAddress(href.value)
    if (!href || !embed || isRefusal(embed) || embed.kind === 'card') return undefined
    const image = page.tags.slice(index + 1, last).find(inner => inner.name === 'img')
    const ours = hasClass(tag, 'embed-poster') || (image && isPosterOf(attribute(image, 'src'), embed))
    return ours ? { outcome: embed, last, place: href.span } : undefined
  },
}

const posterHosts: Readonly<Record<string, RegExp>> = {
  youtube: /^(?:https?:)?\/\/(?:img\.youtube\.com|i\d?\.ytimg\.com)\/(?:vi|vi_webp)\//,
  vimeo: /^(?:https?:)?\/\/i\.vimeocdn\.com\//,
  speakerdeck: /^(?:https?:)?\/\/(?:files\.)?speakerdeck\.com\/presentations\//,
  asciinema: /^(?:https?:)?\/\/asciinema\.org\/a\//,
  dailymotion: /^(?:https?:)?\/\/www\.dailymotion\.com\/thumbnail\//,
}

/** Whether a picture comes from the service itself. */
export function isPosterOf(image: string, embed: Embed): boolean {
  return posterHosts[embed.provider]?.test(image) ?? false
}
