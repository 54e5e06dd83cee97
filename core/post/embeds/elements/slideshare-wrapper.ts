import type { ElementRule } from '../element-match.ts'
import { closingTag } from '../html-scanner.ts'
import { slideshare } from '../providers/slideshare.ts'
import { ratioOf, writtenRatio } from '../ratio.ts'
import { toEmbed } from '../recognise-address.ts'

/** `<div id="__ss_581476">` of the Flash years: the number still plays, whatever stands inside. */
export const slideshareWrapper: ElementRule = {
  name: 'slideshare-wrapper',
  match(page, index) {
    const tag = page.tags[index]!
    const id = tag.closing ? undefined : tag.attributes.get('id')
    const number = /^__ss(?:e|_)?(\d+)$/.exec(id?.value ?? '')?.[1]
    if (!number || !id) return undefined
    const last = closingTag(page, index)
    const player = page.tags.slice(index, last + 1).find(inner => writtenRatio(inner))
    const written = player && writtenRatio(player)
    const ratio = player && ratioOf(player)
    const embed = toEmbed(slideshare, { id: number, params: written ? { ratio: written } : {} })
    return { outcome: { ...embed, ...(ratio && { ratio }) }, last, place: id.span }
  },
}
