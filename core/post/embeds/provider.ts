import type { Address } from './address.ts'
import type { EmbedKind, EmbedParams } from './embed.ts'

/** What a provider reads out of an address, an id or a piece of markup. */
export interface Recognised {
  readonly id: string | null
  readonly params?: EmbedParams
  /** Where it differs from the provider's usual kind. */
  readonly kind?: EmbedKind
  /** False where the player's address needs the network; by default true as soon as there is an id. */
  readonly offline?: boolean
  /** The player's address, where id and params alone do not give it. */
  readonly src?: string
  /** The page a reader can open, where id and params alone do not give it. */
  readonly page?: string
}

/** An item as the writers of markup need it: the id is known. */
export interface Item {
  readonly id: string
  readonly params: EmbedParams
  readonly title?: string
  readonly ratio?: number
}

/** How an address names where to start. */
export interface StartPlace {
  /** Which of the item's parameters it is. */
  readonly param: 'start' | 'slide' | 'page'
  readonly in: 'query' | 'fragment'
  readonly name: string
  /** Seconds or number as the address has it; the bare number where not given. */
  readonly write?: (value: number) => string
}

/** One service: how it is recognised, played and written. One file each, rows of the table in providers/index.ts. */
export interface Provider {
  /** The stable word of JSON output and stored records. */
  readonly name: string
  /** The service's name as people write it. */
  readonly label: string
  readonly kind: EmbedKind
  /** Hosts without `www.`, compared whole; `*.example.org` stands for any subdomain. None: recognised by shape. */
  readonly hosts: readonly string[]
  /** The item behind an address on one of the hosts; undefined for the service's other pages. */
  readonly fromUrl: (address: Address) => Recognised | undefined
  /** The item behind a bare id, as tags, includes and front matter give it. */
  readonly fromId?: (id: string) => Recognised | undefined
  /** Names of Liquid tags, includes and shortcodes, in lower case without `-` and `_`; by default the provider's name. */
  readonly tagNames?: readonly string[]
  /** The address the preview's frame loads: the privacy variant. */
  readonly player?: (item: Item) => string
  /** The address a plain published frame loads, where it is not the player's. */
  readonly plainPlayer?: (item: Item) => string
  /** The address a frame of the preview loads, where `player` names a script. */
  readonly frame?: (item: Item) => string
  readonly page?: (item: Item) => string
  /** The service's own code where that is not a frame. */
  readonly code?: (item: Item) => string
  /** An image of the item whose address follows from the id. */
  readonly poster?: (item: Item) => string
  /** Width divided by height where nothing tells; 16:9 where not given. */
  readonly ratio?: number
  /** Height in pixels of players that do not scale with their width. */
  readonly height?: number | ((item: Item) => number)
  /** Pixels of the frame's height taken by the player's own bar. */
  readonly barHeight?: number
  /** Features the frame asks for. */
  readonly allow?: string
  /** Where an address of the player names a start in seconds, a slide or a page. */
  readonly startIn?: StartPlace
  /** Origins of the player, for the preview's `frame-src`. */
  readonly frameSources?: readonly string[]
  /** What the preview's sandbox must allow; `defaultSandbox` where not given. */
  readonly sandbox?: readonly string[]
  /** Whether an item that has an id, but does not play by it alone, plays once the service was asked. */
  readonly playsOnceAsked?: boolean
  /** The oEmbed address that answers for a page. */
  readonly oembed?: (pageUrl: string) => string
  /** How the id stands in addresses, where that is not the id itself. */
  readonly idInUrl?: (id: string) => string
  /** The host that is part of the id, for services that run on anyone's host. */
  readonly hostInId?: (id: string) => string
  /** How the id stands as argument of a tag or include, where that is not the id itself. */
  readonly idInArgument?: (id: string) => string
}

/** Where the service documents nothing; never `allow-top-navigation`. */
export const defaultSandbox: readonly string[] = [
  'allow-scripts',
  'allow-same-origin',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-presentation',
  'allow-forms',
]

/** Pixels of the item's player, where it does not scale with its width. */
export function heightOf({ height }: Provider, item: Item): number | undefined {
  return typeof height === 'function' ? height(item) : height
}

/** `name=value` pairs of those that have a value, percent-encoded, with a leading `?`; empty where none has. */
export function queryString(pairs: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const written = Object.entries(pairs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return written.length > 0 ? `?${written.join('&')}` : ''
}

/** Only the parameters that have a value. */
export function definedParams(
  params: Readonly<Record<string, string | number | boolean | undefined>>,
): EmbedParams {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
    ),
  )
}
