import type { Span } from '../../text/index.ts'
import { type Embed, type EmbedParams, isRefusal } from './embed.ts'
import { decodeEntities } from './html-scanner.ts'
import { withoutLiquid } from './liquid-address.ts'
import type { Provider } from './provider.ts'
import { providers } from './providers/index.ts'
import { slidesCom } from './providers/slides-com.ts'
import { recogniseAddress, toEmbed } from './recognise-address.ts'
import { parseStart } from './start-time.ts'
import { type TagArgument, type TemplateTag, argumentNamed, packed } from './template-tag.ts'

/** What a site's own include was found to show, and by which parameter it takes the item. */
export interface KnownInclude {
  readonly provider: string
  readonly parameter: string
}

/** A site's own includes by path below `_includes`. */
export type KnownIncludes = Readonly<Record<string, KnownInclude>>

/** What the text around a tag can tell about it. */
export interface TagContext {
  /** The value of a variable such as `page.youtubeId`, with where it stands. */
  readonly variable?: (name: string) => { readonly value: string; readonly span: Span } | undefined
  /** The site's own includes by file name. */
  readonly includes?: KnownIncludes
}

export interface TagMatch {
  readonly embed: Embed
  /** Where the id or address stands: in the tag, or in the front matter its variable names. */
  readonly place?: Span
  /** Whether the place holds an address rather than an id. */
  readonly address: boolean
}

/** Parameters that hold an item's id, likeliest first. */
const idNames =
  'id videoid youtubeid vimeoid video dataid deckid slideid gistid key code slug user ids v'.split(' ')
/** Parameters that hold an address or a path. */
const addressNames =
  'url src link href path file filename pdf source videourl embedurl video slides audio mp4 webm'.split(' ')
/** Parameters that name the service. */
const providerNames = 'provider type service kind site host platform from'.split(' ')
/** Includes and tags that show whatever address they are given. */
const anyAddress =
  /^(?:oembed|embed|video|videos|audio|player|media|iframe|slides|slide|deck|presentation|talk|responsive\w*|pdf\w*|link|unfurl|html5video)/

/**
 * The embed a tag shows; undefined for tags that show none. An include that nothing explains has the kind `unknown`.
 */
export function recogniseTag(tag: TemplateTag, context: TagContext = {}): TagMatch | undefined {
  if (tag.form === 'liquid' && /^(?:include|include_relative|include_cached|render)$/.test(tag.name))
    return recogniseInclude(tag, context)
  const name = packed(tag.name)
  const provider = providerOfName(name)
  const match = provider
    ? fromProvider(tag, provider, tag.arguments, context)
    : anyAddress.test(name)
      ? (fromAnyAddress(tag.arguments, context) ??
        (name === 'slides' ? fromParts(slidesCom, tag.arguments) : undefined))
      : undefined
  const origin: EmbedParams = tag.form === 'wordpress' ? { shortcode: true } : { tag: tag.name }
  return match && named(match, tag, origin)
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
  const provider = known && providers.find(entry => entry.name === known.provider)
  const argument = known && rest.find(entry => entry.name === known.parameter)
  return provider && argument
    ? fromProvider(tag, provider, [{ ...argument, name: 'id' }], context)
    : undefined
}

/** `provider="youtube"`, `type="speakerdeck169"`: a parameter names the service. */
function fromNamedProvider(
  tag: TemplateTag,
  rest: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const named = argumentNamed(tag, ...providerNames)
  const provider = named && providerOfName(packed(named.value))
  return (
    provider &&
    fromProvider(
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
  const base = packed(
    file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, ''),
  )
  const provider = providerOfName(base)
  if (provider) return fromProvider(tag, provider, rest, context)
  return anyAddress.test(base) ? fromAnyAddress(rest, context) : undefined
}

/** The provider a packed name speaks of: `youtubeplayer`, `responsiveyoutube`, `speakerdeck169`, `gist`. */
function providerOfName(name: string): Provider | undefined {
  const candidates = providers.flatMap(provider =>
    (provider.tagNames ?? [packed(provider.name)]).map(word => ({ provider, word })),
  )
  const exact = candidates.find(({ word }) => word === name)
  if (exact) return exact.provider
  return candidates
    .filter(({ word }) => word.length > 3 && name.includes(word))
    .toSorted((a, b) => b.word.length - a.word.length)[0]?.provider
}

/** The provider's own reading of the arguments: an address, an id, or user and name apart. */
function fromProvider(
  tag: TemplateTag,
  provider: Provider,
  list: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const likeliest = [...pick(list, idNames), ...pick(list, addressNames), ...pickBySuffix(list)]
  const ordered = [...new Set([...likeliest, ...list.filter(argument => argument.name === undefined)])]
  for (const argument of ordered) {
    const value = resolved(argument, context)
    if (!value) continue
    const embed = ofAddress(value.value, provider) ?? ofId(value.value, provider)
    if (embed)
      return {
        embed: extended(embed, tag, list, argument),
        place: value.span,
        address: /[/:]/.test(value.value) && isAddress(value.value),
      }
  }
  return fromParts(provider, list) ?? fromVariable(provider, ordered)
}

function fromAnyAddress(list: readonly TagArgument[], context: TagContext): TagMatch | undefined {
  const ordered = [...pick(list, addressNames), ...list.filter(argument => argument.name === undefined)]
  for (const argument of ordered) {
    const value = resolved(argument, context)
    const address = value && withoutLiquid(decodeEntities(value.value))
    const embed = address === undefined ? undefined : recogniseAddress(address)
    if (value && embed && !isRefusal(embed) && embed.kind !== 'card')
      return { embed, place: value.span, address: true }
  }
  return undefined
}

function pick(list: readonly TagArgument[], names: readonly string[]): TagArgument[] {
  return names.flatMap(name =>
    list.filter(argument => argument.name !== undefined && packed(argument.name) === name),
  )
}

/** `youtube_link`, `slideshare_url`, `deck_id`: names that end in what they hold. */
function pickBySuffix(list: readonly TagArgument[]): TagArgument[] {
  return list.filter(
    argument =>
      /(?:id|key|url|uri|link|src|href|path)$/.test(packed(argument.name ?? '')) &&
      !/^(?:alt|print|poster|image|img|thumb|cover|caption)/.test(packed(argument.name!)),
  )
}

/** The argument's text; an unquoted variable stands for what the front matter says. */
function resolved(argument: TagArgument, context: TagContext): { value: string; span: Span } | undefined {
  const variable = argument.quoted ? /^\{\{\s*([\w.]+)\s*\}\}$/.exec(argument.value)?.[1] : argument.value
  const found = variable && /^page\.\w/.test(variable) ? context.variable?.(variable) : undefined
  if (found) return found
  return variable && /^(?:page|include|site|post|layout)\./.test(variable)
    ? undefined
    : { value: decodeEntities(argument.value), span: argument.span }
}

function isAddress(text: string): boolean {
  return /^(?:https?:)?\/\//.test(text) || text.startsWith('/') || /^[\w-]+(?:\.[\w-]+)+\//.test(text)
}

function ofAddress(text: string, provider: Provider): Embed | undefined {
  const address = withoutLiquid(text)
  const embed = address === undefined ? undefined : recogniseAddress(address)
  return embed && !isRefusal(embed) && embed.provider === provider.name ? embed : undefined
}

function ofId(text: string, provider: Provider): Embed | undefined {
  const inObject = /^\{\s*"id"\s*:\s*"([^"]+)"\s*\}$/.exec(text)?.[1]
  const recognised = provider.fromId?.((inObject ?? text).trim())
  return recognised && toEmbed(provider, recognised)
}

/** What stands beside the id: a gist's file, the slide, the start. */
function extended(embed: Embed, tag: TemplateTag, list: readonly TagArgument[], id: TagArgument): Embed {
  const file =
    embed.provider === 'gist' ? (argumentNamed(tag, 'file', 'filename') ?? following(list, id)) : undefined
  const start = parseStart(argumentNamed(tag, 'start', 't', 'time', 'starttime')?.value)
  const slide = Number(argumentNamed(tag, 'slide', 'slideno', 'startslide')?.value)
  const params = {
    ...embed.params,
    ...(file && { file: file.value }),
    ...(start && embed.kind === 'video' && { start }),
    ...(slide > 0 && embed.provider === 'speakerdeck' && { slide }),
  }
  const provider = providers.find(entry => entry.name === embed.provider)
  const rebuilt =
    provider && embed.id !== null
      ? toEmbed(provider, { id: embed.id, params, kind: embed.kind, offline: embed.offlineResolvable })
      : embed
  return Object.keys(params).length === Object.keys(embed.params).length ? embed : rebuilt
}

function following(list: readonly TagArgument[], id: TagArgument): TagArgument | undefined {
  const next = list[list.indexOf(id) + 1]
  return id.name === undefined && next?.name === undefined ? next : undefined
}

/** `"user" "deck"` in two arguments, as some tags have it. */
function fromParts(provider: Provider, list: readonly TagArgument[]): TagMatch | undefined {
  const [user, name] = list.filter(argument => argument.name === undefined)
  if (!user || !name) return undefined
  const joined = `${user.value}/${name.value}`
  const host = provider.hosts[0]
  const embed =
    ofId(joined, provider) ?? (host ? ofAddress(`https://${host}/${joined}`, provider) : undefined)
  return embed && { embed, place: { from: user.span.from, to: name.span.to }, address: false }
}

/** A variable nobody here can resolve: the service is known, the item is not. */
function fromVariable(provider: Provider, list: readonly TagArgument[]): TagMatch | undefined {
  const variable = list.find(argument => /^(?:\{\{\s*)?(?:page|post|site|include)\./.test(argument.value))
  if (!variable) return undefined
  const embed: Embed = {
    provider: provider.name,
    kind: provider.kind,
    id: null,
    params: {},
    offlineResolvable: false,
  }
  return { embed, place: variable.span, address: false }
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
