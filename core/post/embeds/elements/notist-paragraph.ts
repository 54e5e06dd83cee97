import { refuse } from '../embed.ts'
import { type ElementRule, withCompanion } from '../element-match.ts'
import { closingTag } from '../html-scanner.ts'
import { notist } from '../providers/notist.ts'
import { toEmbed } from '../recognise-address.ts'

/** `<p data-notist="user/code">` and the script that fills it. */
export const notistParagraph: ElementRule = {
  name: 'notist-paragraph',
  match(page, index) {
    const tag = page.tags[index]!
    const data = tag.closing ? undefined : tag.attributes.get('data-notist')
    if (!data) return undefined
    const last = withCompanion(page, closingTag(page, index), src =>
      /^(?:https?:)?\/\/on\.notist\.cloud\//.test(src),
    )
    const recognised = notist.fromId!(data.value.trim())
    return { outcome: recognised ? toEmbed(notist, recognised) : refuse('bad-id'), last, place: data.span }
  },
}
