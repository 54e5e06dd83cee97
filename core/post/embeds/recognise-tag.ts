import type { Embed, EmbedParams } from './embed.ts'
import { providerOfName, showsAnyAddress } from './provider-names.ts'
import { providerNamed } from './providers/index.ts'
import { slidesCom } from './providers/slides-com.ts'
import { type TagContext, type TagMatch, itemOfAddress, itemOfParts, itemOfProvider } from './tag-item.ts'
import { type TagArgument, type TemplateTag, argumentNamed } from './template-tag.ts'

/** Parameters that name the service. */
const providerNames = 'provider type service kind site host platform from'.split(' ')

/**
 * The embed a tag shows; undefined for tags that show none. An include that nothing explains has the kind `unknown`.
 */
export function recogniseTag(tag: TemplateTag, context: TagContext = {}): TagMatch | undefined {
  if (tag.form === 'liquid' && /^(?:include|include_relative|include_cached|render)$/.test(tag.name))
    return recogniseInclude(tag, context)
  const provider = providerOfName(tag.name)
  const match = provider
    ? itemOfProvider(tag, provider, tag.arguments, context)
    : showsAnyAddress(tag.name)
      ? (itemOfAddress(tag.arguments, context) ?? fromSlidesTag(tag))
      : undefined
  const origin: EmbedParams = tag.form === 'wordpress' ? { shortcode: true } : { tag: tag.name }
  return match && named(match, tag, origin)
}

/** `{% slides "user" "deck" %}` was the name of Slides.com's own tag. */
function fromSlidesTag(tag: TemplateTag): TagMatch | undefined {
  return tag.name === 'slides' ? itemOfParts(slidesCom, tag.arguments) : undefined
}

function recogniseInclude(tag: TemplateTag, context: TagContext): TagMatch | undefined {
  const [first, ...rest] = tag.arguments
  if (!first || first.name !== undefined) return undefined
  const origin = { include: first.value }
  const unknown: Embed = {
    provider: 'unknown-include',
    kind: 'unknown',
    id: null,
    params: {},
    offlineResolvable: false,
  }
  const match =
    fromKnownInclude(first.value, tag, rest, context) ??
    fromNamedProvider(tag, rest, context) ??
    fromFileName(first.value, tag, rest, context)
  return named(match ?? { embed: unknown, address: false }, tag, origin)
}

function fromKnownInclude(
  file: string,
  tag: TemplateTag,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const known = context.includes && Object.hasOwn(context.includes, file) ? context.includes[file] : undefined
  const provider = known && providerNamed(known.provider)
  const argument = known && rest.find(entry => entry.name === known.parameter)
  return provider && argument
    ? itemOfProvider(tag, provider, [{ ...argument, name: 'id' }], context)
    : undefined
}

/** `provider="youtube"`, `type="speakerdeck169"`: a parameter names the service. */
function fromNamedProvider(
  tag: TemplateTag,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const named = argumentNamed(tag, ...providerNames)
  const provider = named && providerOfName(named.value)
  return (
    provider &&
    itemOfProvider(
      tag,
      provider,
      rest.filter(entry => entry !== named),
      context,
    )
  )
}

function fromFileName(
  file: string,
  tag: TemplateTag,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const base = file
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
  const provider = providerOfName(base)
  if (provider) return itemOfProvider(tag, provider, rest, context)
  return showsAnyAddress(base) ? itemOfAddress(rest, context) : undefined
}

function named(match: TagMatch, tag: TemplateTag, origin: EmbedParams): TagMatch {
  const title = argumentNamed(tag, 'title', 'caption', 'alt')
  return {
    ...match,
    embed: {
      ...match.embed,
      params: { ...match.embed.params, ...origin },
      ...(title && { title: title.value }),
    },
  }
}
