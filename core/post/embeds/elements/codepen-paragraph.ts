import { isRefusal, refuse } from '../embed.ts'
import { type ElementRule, linkedEmbed, withCompanion } from '../element-match.ts'
import { attribute, closingTag, hasClass } from '../html-scanner.ts'
import { codepen, pen } from '../providers/codepen.ts'
import { toEmbed } from '../recognise-address.ts'

/** `<p class="codepen" data-slug-hash="…" data-user="…">` and the script that turns it into a frame. */
export const codepenParagraph: ElementRule = {
  name: 'codepen-paragraph',
  match(page, index) {
    const tag = page.tags[index]!
    const slug = tag.closing || !hasClass(tag, 'codepen') ? undefined : tag.attributes.get('data-slug-hash')
    if (!slug) return undefined
    const last = withCompanion(page, closingTag(page, index), src =>
      /^(?:https?:)?\/\/(?:[\w-]+\.)?codepen\.io\//.test(src),
    )
    const linked = linkedEmbed(page, index, 'codepen')
    const fromLink = linked && !isRefusal(linked.embed) ? linked.embed.params['user'] : undefined
    const user = attribute(tag, 'data-user') || (typeof fromLink === 'string' ? fromLink : 'anon')
    const recognised = pen(slug.value.trim(), user, undefined)
    return { outcome: recognised ? toEmbed(codepen, recognised) : refuse('bad-id'), last, place: slug.span }
  },
}
