import { refuse } from '../embed.ts'
import { type ElementRule, withCompanion } from '../element-match.ts'
import { closingTag, hasClass } from '../html-scanner.ts'
import { canva } from '../providers/canva.ts'
import { toEmbed } from '../recognise-address.ts'

/** `<div class="canva-embed" data-design-id="DA…">`. */
export const canvaElement: ElementRule = {
  name: 'canva-element',
  match(page, index) {
    const tag = page.tags[index]!
    const design =
      tag.closing || !hasClass(tag, 'canva-embed') ? undefined : tag.attributes.get('data-design-id')
    if (!design) return undefined
    const last = withCompanion(page, closingTag(page, index), src => /canva\.com\//.test(src))
    const recognised = canva.fromId!(design.value.trim())
    return { outcome: recognised ? toEmbed(canva, recognised) : refuse('bad-id'), last, place: design.span }
  },
}
