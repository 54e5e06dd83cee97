import { refuse } from '../embed.ts'
import type { ElementRule } from '../element-match.ts'
import { attribute, closingTag } from '../html-scanner.ts'
import { definedParams } from '../provider.ts'
import { providerNamed } from '../providers/index.ts'
import { parseStart } from '../start-time.ts'
import { toEmbed } from '../recognise-address.ts'

const elements: Readonly<Record<string, { readonly provider: string; readonly id: string }>> = {
  'lite-youtube': { provider: 'youtube', id: 'videoid' },
  'amp-youtube': { provider: 'youtube', id: 'data-videoid' },
  'youtube-video': { provider: 'youtube', id: 'videoid' },
  'lite-vimeo': { provider: 'vimeo', id: 'videoid' },
  'amp-vimeo': { provider: 'vimeo', id: 'data-videoid' },
}

/** Custom elements that load a player on demand: `<lite-youtube videoid="…" params="start=10">`. */
export const liteElement: ElementRule = {
  name: 'lite-element',
  match(page, index) {
    const tag = page.tags[index]!
    const form = tag.closing || !Object.hasOwn(elements, tag.name) ? undefined : elements[tag.name]
    if (!form) return undefined
    const last = closingTag(page, index)
    const data = tag.attributes.get(form.id)
    const provider = providerNamed(form.provider)!
    const recognised = data && provider.fromId!(data.value.trim())
    if (!data || !recognised) return { outcome: refuse(data ? 'bad-id' : 'no-src'), last }
    const start =
      parseStart(/(?:^|&)start=(\d+)/.exec(attribute(tag, 'params'))?.[1]) ??
      parseStart(attribute(tag, 'start') || attribute(tag, 'data-param-start'))
    const embed = toEmbed(provider, {
      ...recognised,
      params: { ...recognised.params, ...definedParams({ start }) },
    })
    const title = (attribute(tag, 'title') || attribute(tag, 'playlabel').replace(/^Play:\s*/, '')).trim()
    return { outcome: { ...embed, ...(title && { title }) }, last, place: data.span }
  },
}
