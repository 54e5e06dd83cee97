import type { Span } from '../../text/index.ts'
import type { Embed, EmbedParams } from './embed.ts'
import type { KnownInclude } from './known-include.ts'
import { playable } from './elements/frame.ts'
import { providerOfName, showsAnyAddress } from './provider-names.ts'
import type { Provider } from './provider.ts'
import { providerNamed } from './providers/index.ts'
import { slidesCom } from './providers/slides-com.ts'
import { type TagContext, type TagMatch, itemOfAddress, itemOfParts, itemOfProvider } from './tag-item.ts'
import { type TagArgument, type TemplateTag, argumentNamed, packed } from './template-tag.ts'

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
  const known = context.includes && Object.hasOwn(context.includes, file) ? context.includes[file]! : []
  for (const include of known) {
    const match = asLearned(include, tag, rest, context)
    if (match) return match
  }
  return undefined
}

function asLearned(
  { provider: name, parameter, variable, settings = {} }: KnownInclude,
  tag: TemplateTag,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const isSet = Object.entries(settings).every(
    ([key, value]) => rest.find(entry => entry.name === key)?.value === value,
  )
  const argument =
    parameter === undefined
      ? ofPage(tag, context.variable?.(`page.${variable}`))
      : rest.find(entry => entry.name === parameter && entry.value !== '')
  if (!isSet || !argument) return undefined
  const provider = name === undefined ? undefined : providerNamed(name)
  return provider
    ? itemOfProvider(tag, provider, [{ ...argument, name: 'id' }], context)
    : itemOfAddress([{ ...argument, name: 'src' }], context, playable)
}

/** An argument nobody wrote: the include asks the page itself. */
function ofPage(
  tag: TemplateTag,
  found: { readonly value: string; readonly span: Span } | undefined,
): TagArgument | undefined {
  return found && { name: 'id', value: found.value, quoted: true, span: found.span }
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
  if (provider) return itemOfProvider(tag, provider, rest, context) ?? fromPage(tag, provider, rest, context)
  return showsAnyAddress(base) ? itemOfAddress(rest, context) : undefined
}

/** `{% include speakerdeck.html slide="2" %}` beside the front matter's `speakerdeck_id`: nothing else names an item. */
function fromPage(
  tag: TemplateTag,
  provider: Provider,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const settings =
    /^(?:slide(?:no)?|startslide|start|t|time|width|height|ratio|title|caption|alt|class|style|size|theme)$/
  const onlySettings = rest.every(({ name }) => name !== undefined && settings.test(packed(name)))
  const argument = onlySettings ? ofPage(tag, context.ofPage?.(provider.name)) : undefined
  return argument && itemOfProvider(tag, provider, [argument], context)
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
