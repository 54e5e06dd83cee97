import { type Embed, isRefusal, refuse } from '../embed.ts'
import { type ElementRule, addressed, shaped } from '../element-match.ts'
import { closingTag } from '../html-scanner.ts'
import { definedParams } from '../provider.ts'
import { file } from '../providers/file.ts'
import { toEmbed } from '../recognise-address.ts'
import { parseStart } from '../start-time.ts'

/** `<video>` and `<audio>`, by their own `src` or their first `<source>`. */
export const mediaElement: ElementRule = {
  name: 'media-element',
  match(page, index) {
    const tag = page.tags[index]!
    if ((tag.name !== 'video' && tag.name !== 'audio') || tag.closing) return undefined
    const last = closingTag(page, index)
    const sources = page.tags.slice(index + 1, last).filter(inner => inner.name === 'source')
    const src = [tag, ...sources]
      .flatMap(inner => [inner.attributes.get('src'), inner.attributes.get('data-src')])
      .find(value => value && value.value.trim() !== '')
    const outcome = src && addressed(src.value)
    if (!src || !outcome) return { outcome: refuse('no-src'), last }
    if (isRefusal(outcome)) return { outcome, last, place: src.span }
    const kind = tag.name === 'audio' ? 'audio' : 'video'
    const { title: _playerTitle, ...embed } = shaped(asMedia(outcome, kind, src.value), tag)
    const title = tag.attributes.get('title')?.value
    return { outcome: { ...embed, ...(title && { title }) }, last, place: src.span }
  },
}

/** An address without a known ending is still what the element says it is. */
function asMedia(embed: Embed, kind: 'audio' | 'video', address: string): Embed {
  if (embed.provider === 'file') return { ...embed, kind }
  if (embed.kind !== 'card') return embed
  const [id = '', fragment] = (embed.pageUrl ?? address).split('#', 2)
  const start = parseStart(/^t=([^,]+)/.exec(fragment ?? '')?.[1])
  const local = embed.params['local'] === true ? true : undefined
  return toEmbed(file, { id, kind, params: definedParams({ type: kind, local, start }) })
}
