import { refuse } from '../embed.ts'
import { attribute, closingTag, hasClass } from '../html-scanner.ts'
import type { ElementRule } from '../element-match.ts'
import { ratioOf } from '../ratio.ts'
import { toEmbed } from '../recognise-address.ts'
import { slideNumber, speakerdeck } from '../providers/speakerdeck.ts'
import { scriptAddress } from './script-address.ts'

/** `<script class="speakerdeck-embed" data-id="…" src="//speakerdeck.com/assets/embed.js">`, and the form of 2011. */
export const speakerdeckScript: ElementRule = {
  name: 'speakerdeck-script',
  match(page, index) {
    const tag = page.tags[index]!
    if (tag.name !== 'script' || tag.closing) return undefined
    const address = scriptAddress(tag)
    const ours = address?.host === 'speakerdeck.com'
    if (!ours && !hasClass(tag, 'speakerdeck-embed')) return undefined
    const last = closingTag(page, index)
    if (!ours) return { outcome: refuse('script-host'), last }
    const data = tag.attributes.get('data-id')
    const place = data?.span ?? tag.attributes.get('src')!.span
    const recognised = data ? speakerdeck.fromId!(data.value.trim()) : speakerdeck.fromUrl(address)
    if (!recognised || recognised.id === null) return { outcome: refuse('bad-id'), last, place }
    const ratio = ratioOf(tag)
    const slide = slideNumber(attribute(tag, 'data-slide'))
    const written = Number(attribute(tag, 'data-ratio'))
    const params = {
      ...(slide && { slide }),
      ...recognised.params,
      ...(ratio && tag.attributes.has('data-ratio') && { ratio: written }),
    }
    const embed = toEmbed(speakerdeck, { ...recognised, params })
    return { outcome: { ...embed, ...(ratio && { ratio }) }, last, place }
  },
}
