import type { ElementRule } from '../element-match.ts'
import { closingTag } from '../html-scanner.ts'
import { slideslive } from '../providers/slideslive.ts'
import { toEmbed } from '../recognise-address.ts'

/** `new SlidesLiveEmbed('presentation-embed-38959190', …)`: an inline script that names its element. */
export const slidesliveScript: ElementRule = {
  name: 'slideslive-script',
  match(page, index) {
    const tag = page.tags[index]!
    if (tag.name !== 'script' || tag.closing || tag.attributes.has('src')) return undefined
    const last = closingTag(page, index)
    const text = page.source.slice(tag.span.to, page.tags[last]!.span.from)
    const match = /new SlidesLiveEmbed\(\s*(["'])presentation-embed-(\d{5,12})\1/d.exec(text)
    if (!match) return undefined
    const [from, to] = match.indices![2]!
    return {
      outcome: toEmbed(slideslive, { id: match[2]! }),
      last,
      place: { from: tag.span.to + from, to: tag.span.to + to },
    }
  },
}
