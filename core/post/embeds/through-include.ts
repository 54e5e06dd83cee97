import { escapeAttribute } from '../../text/index.ts'
import type { Embed } from './embed.ts'
import { itemOf } from './item.ts'
import type { KnownIncludes } from './known-include.ts'
import { providerOfName } from './provider-names.ts'

/** Through the include made for the provider, else through one of its name that takes any player's address. */
export function throughInclude(includes: KnownIncludes, embed: Embed): string | undefined {
  const { provider, item } = itemOf(embed)!
  const ways = Object.entries(includes).flatMap(([file, known]) =>
    known.flatMap(({ parameter, ...include }) =>
      parameter === undefined ? [] : [{ file, parameter, ...include }],
    ),
  )
  const own = ways.find(way => way.provider === provider.name)
  if (own)
    return withStartArgument(
      includeTag(own, (provider.idInArgument ?? (text => text))(item.id)),
      includes,
      embed,
    )
  const framed = provider.code === undefined && (provider.plainPlayer ?? provider.player)?.(item)
  const any = ways.find(way => way.provider === undefined && providerOfInclude(way.file) === provider)
  return any && framed ? includeTag(any, framed) : undefined
}

/** A tag of a site's own include that can say where to begin says it. */
export function withStartArgument(tag: string, includes: KnownIncludes, embed: Embed): string {
  const file = /^\{%-?\s*include(?:_cached)?\s+(\S+)/.exec(tag)?.[1] ?? ''
  const known = Object.hasOwn(includes, file) ? includes[file]! : []
  const name = known.find(include => include.provider === embed.provider)?.start
  const start = embed.params['start'] ?? embed.params['slide']
  return name === undefined || typeof start !== 'number'
    ? tag
    : tag.replace(/\s*(-?%\})$/, (_, end: string) => ` ${name}="${start}" ${end}`)
}

interface WayOfInclude {
  readonly file: string
  readonly parameter: string
  readonly settings?: Readonly<Record<string, string>>
}

function includeTag({ file, parameter, settings = {} }: WayOfInclude, value: string): string {
  const written = Object.entries({ [parameter]: value, ...settings }).map(
    ([name, text]) => `${name}="${escapeAttribute(text)}"`,
  )
  return `{% include ${file} ${written.join(' ')} %}`
}

function providerOfInclude(file: string) {
  return providerOfName(
    file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, ''),
  )
}
