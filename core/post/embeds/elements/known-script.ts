import { isRefusal, refuse } from '../embed.ts'
import type { ElementRule } from '../element-match.ts'
import { attribute, closingTag } from '../html-scanner.ts'
import { parseStart } from '../start-time.ts'
import { recogniseAddress } from '../recognise-address.ts'
import { scriptAddress } from './script-address.ts'

/** Providers whose embed code is a script of the item's own address. */
const scripted = new Set(['gist', 'asciinema', 'jsfiddle', 'wistia'])
/** Scripts that only dress up markup standing before them. */
const companions =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x)\.com|embed\.bsky\.app|on\.notist\.cloud|(?:[\w-]+\.)?codepen\.io|slideslive\.com|fast\.wistia\.(?:com|net)\/assets|www\.redditstatic\.com|embed\.redditmedia\.com)\//

/** Gist, asciinema and JSFiddle; any other script is refused. */
export const knownScript: ElementRule = {
  name: 'known-script',
  match(page, index) {
    const tag = page.tags[index]!
    if (tag.name !== 'script' || tag.closing) return undefined
    const last = closingTag(page, index)
    const src = tag.attributes.get('src')
    if (!src || src.value.trim() === '') return { outcome: refuse('inline-script'), last }
    if (companions.test(src.value)) return undefined
    const embed = scriptAddress(tag) ? recogniseAddress(src.value) : undefined
    if (!embed || isRefusal(embed) || !scripted.has(embed.provider))
      return { outcome: refuse('script-host'), last }
    const start = parseStart(attribute(tag, 'data-t') || attribute(tag, 'data-start-at'))
    return {
      outcome: start ? { ...embed, params: { ...embed.params, start } } : embed,
      last,
      place: src.span,
    }
  },
}
