import type { Span } from '../../text/index.ts'
import { type Embed, type EmbedParams, isRefusal } from './embed.ts'
import { decodeEntities } from './html-scanner.ts'
import type { KnownIncludes } from './known-include.ts'
import { withoutLiquid } from './liquid-address.ts'
import type { Provider } from './provider.ts'
import { providerNamed } from './providers/index.ts'
import { recogniseAddress, toEmbed } from './recognise-address.ts'
import { parseStart } from './start-time.ts'
import { type TagArgument, type TemplateTag, argumentNamed, packed } from './template-tag.ts'

/** What the text around a tag can tell about it. */
export interface TagContext {
  /** The value of a variable such as `page.youtubeId`, with where it stands. */
  readonly variable?: (name: string) => { readonly value: string; readonly span: Span } | undefined
  /** What the front matter gives as the page's one item of a provider: `speakerdeck_id`, `youtube_link`. */
  readonly ofPage?: (provider: string) => { readonly value: string; readonly span: Span } | undefined
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
  'id videoid youtubeid vimeoid video dataid deckid slideid gistid key code slug slughash hash user ids v vid ytid clip track tweet status pen cast episode playlist deck presentation recording'.split(
    ' ',
  )
/** Parameters that hold an address or a path. */
const addressNames =
  'url src link href path file filename pdf source videourl embedurl video slides audio mp4 webm'.split(' ')

/** The provider's own reading of the arguments: an address, an id, or user and name apart. */
export function itemOfProvider(
  tag: TemplateTag,
  provider: Provider,
  list: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const likeliest = [...pick(list, idNames), ...pick(list, addressNames), ...pickBySuffix(list)]
  const ordered = [...new Set([...likeliest, ...list.filter(argument => argument.name === undefined)])]
  const apart = userAndName(provider, list)
  if (apart) return apart
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
  return (
    itemOfParts(provider, list) ??
    fromDistinctId(tag, provider, list, context) ??
    fromVariable(provider, ordered)
  )
}

/** Arguments that say how something is shown. */
const settingNames =
  /^(?:width|height|ratio|size|title|caption|alt|class|style|theme|lang|autoplay|controls|loop|muted|start|end|t|time|slide|slideno|align|poster|image|cover|thumb|print.*|data.*url|provider|type)$/

/** An id under a name nobody thought of, such as `yt=` or `hash=`, where no chance word could pass for it. */
function fromDistinctId(
  tag: TemplateTag,
  provider: Provider,
  list: readonly TagArgument[],
  context: TagContext,
): TagMatch | undefined {
  const argument = list.find(
    ({ name, value }) =>
      name !== undefined &&
      !settingNames.test(packed(name)) &&
      value.length >= shortestDistinctId &&
      /\d/.test(value) &&
      /[a-z]/i.test(value) &&
      ofId(value, provider),
  )
  return argument && itemOfProvider(tag, provider, [{ ...argument, name: 'id' }], context)
}

const shortestDistinctId = 10

/**
 * The item behind whatever address is given, of any provider.
 *
 * @param shown what becomes of a page nobody plays; by default it is none
 */
export function itemOfAddress(
  list: readonly TagArgument[],
  context: TagContext,
  shown: (embed: Embed) => Embed = embed => embed,
): TagMatch | undefined {
  const ordered = [...pick(list, addressNames), ...list.filter(argument => argument.name === undefined)]
  for (const argument of ordered) {
    const value = resolved(argument, context)
    const address = value && withoutLiquid(decodeEntities(value.value))
    const found = address === undefined ? undefined : recogniseAddress(address)
    const embed = found && !isRefusal(found) ? shown(found) : undefined
    if (value && embed && embed.kind !== 'card') return { embed, place: value.span, address: true }
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
  const named = variable && /^(?:page\.)?[a-z_]\w*(?:\.\w+)*$/i.test(variable)
  const found = named ? context.variable?.(variable) : undefined
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
  const user = embed.provider === 'codepen' && id.name !== undefined ? argumentNamed(tag, 'user') : undefined
  const params = {
    ...embed.params,
    ...(user && user !== id && { user: user.value }),
    ...(file && { file: file.value }),
    ...(start && embed.kind === 'video' && { start }),
    ...(slide > 0 && embed.provider === 'speakerdeck' && { slide }),
  }
  return Object.keys(params).length === Object.keys(embed.params).length ? embed : rebuilt(embed, params)
}

/** The embed with other parameters; its player's address follows from them. */
function rebuilt(embed: Embed, params: EmbedParams): Embed {
  const provider = providerNamed(embed.provider)
  if (!provider || embed.id === null) return { ...embed, params }
  return toEmbed(provider, { id: embed.id, params, kind: embed.kind, offline: embed.offlineResolvable })
}

function following(list: readonly TagArgument[], id: TagArgument): TagArgument | undefined {
  const next = list[list.indexOf(id) + 1]
  return id.name === undefined && next?.name === undefined ? next : undefined
}

/**
 * A first argument that is no id by itself but is one with the second: `gist user 5895264`. Both in quotes are user and
 * item also where the user's name could be an id: `jsfiddle "someone" "aB3dE"`.
 */
function userAndName(provider: Provider, list: readonly TagArgument[]): TagMatch | undefined {
  const [user, name, file] = list.filter(argument => argument.name === undefined)
  if (!user || ofAddress(user.value, provider)) return undefined
  if (ofId(user.value, provider)) {
    const both = user.quoted && name?.quoted ? ofId(`${user.value}/${name.value}`, provider) : undefined
    const apart = both?.id === `${user.value}/${name?.value}` || both?.id === name?.value
    return apart ? itemOfParts(provider, list) : undefined
  }
  const match = itemOfParts(provider, list)
  const withFile = match?.embed.provider === 'gist' && file !== undefined
  return withFile
    ? { ...match, embed: rebuilt(match.embed, { ...match.embed.params, file: file.value }) }
    : match
}

/** `"user" "deck"` in two arguments, as some tags have it. */
export function itemOfParts(provider: Provider, list: readonly TagArgument[]): TagMatch | undefined {
  const [user, name] = list.filter(argument => argument.name === undefined)
  if (!user || !name) return undefined
  const joined = `${user.value}/${name.value}`
  const host = provider.hosts[0]
  const embed =
    ofId(joined, provider) ?? (host ? ofAddress(`https://${host}/${joined}`, provider) : undefined)
  return embed && { embed, place: { from: user.span.from, to: name.span.to }, address: false }
}

/** A bare word that Liquid looks up, such as `clip` in `id=clip`. */
function isVariableName(text: string): boolean {
  return /^[a-z_]\w*$/i.test(text) && !/^(?:true|false|nil|null|empty|blank)$/.test(text)
}

/** A variable nobody here can resolve: the service is known, the item is not. */
function fromVariable(provider: Provider, list: readonly TagArgument[]): TagMatch | undefined {
  const variable = list.find(
    ({ name, value, quoted }) =>
      /^(?:\{\{\s*)?(?:page|post|site|include)\./.test(value) ||
      (!quoted && name !== undefined && isVariableName(value)),
  )
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
