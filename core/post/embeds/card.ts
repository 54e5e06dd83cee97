import { deadNotice } from './dead-services.ts'
import type { Embed, EmbedKind } from './embed.ts'
import { embedFrameSources, frameSourcesFor, sandboxOf } from './frame-policy.ts'
import { itemOf, titleOf } from './item.ts'
import { heightOf } from './provider.ts'
import { providerNamed } from './providers/index.ts'
import { ratioNumber } from './ratio.ts'
import { clockFromSeconds } from './start-time.ts'
import { isPending, pendingNotice } from './write.ts'

/** What a card says about its embed. */
export type EmbedState =
  /** Everything needed to play is known. */
  | 'ready'
  /** Only the network knows the rest. */
  | 'pending'
  /** The service closed. */
  | 'dead'
  /** There is no player: a page, a stranger's frame. */
  | 'link'

/** Everything the preview and the panel show of an embed, as plain values. */
export interface EmbedCard {
  /** The same for the same item with the same start; keeps a player alive while text around it changes. */
  readonly key: string
  readonly provider: string
  readonly label: string
  readonly kind: EmbedKind
  readonly title: string
  readonly state: EmbedState
  /** Width divided by height of what is shown; undefined where the height is fixed. */
  readonly ratio: number | undefined
  /** Pixels, for players that do not scale. */
  readonly height: number | undefined
  /** `13:34`, `slide 6` or `page 3`. */
  readonly start: string | undefined
  /** What to put into a frame when the writer presses Play; undefined where nothing can be framed. */
  readonly playSrc: string | undefined
  /** The origin of a player that stands on anyone's host; the page lets it in once the writer wants it. */
  readonly playerOrigin: string | undefined
  readonly sandbox: string
  readonly allow: string
  /** The origin a stranger's frame would load from, to be named before it is loaded. */
  readonly origin: string | undefined
  /** A file of the site itself: shown for real. */
  readonly local: string | undefined
  readonly openUrl: string | undefined
  /** The service's own picture. Not to be loaded by the page: the host keeps stored copies. */
  readonly posterUrl: string | undefined
  /** What the writer should know or do. */
  readonly notice: string | undefined
}

export interface CardOptions {
  /** What the network told earlier. */
  readonly title?: string
  readonly ratio?: number
  /** The host the preview page has, for players that insist on it. */
  readonly pageHost?: string
  /** The post's date, for a copy in the Wayback Machine. */
  readonly date?: string
}

/** The card of an embed. Asks nobody. */
export function embedCard(embed: Embed, options: CardOptions = {}): EmbedCard {
  const known = itemOf(embed)
  const provider = providerNamed(embed.provider)
  const dead = deadNotice(embed, options.date)
  const local = embed.params['local'] === true ? (embed.embedSrc ?? embed.id ?? undefined) : undefined
  const ratio =
    embed.ratio ?? options.ratio ?? ratioNumber(embed.params['ratio']) ?? provider?.ratio ?? 16 / 9
  const height = provider && heightOf(provider, known?.item ?? { id: embed.id ?? '', params: embed.params })
  return {
    key: [embed.provider, embed.id ?? embed.pageUrl ?? '', startOf(embed) ?? ''].join(' '),
    provider: embed.provider,
    label: provider?.label ?? dead?.label ?? 'Page',
    kind: embed.kind,
    title: embed.title ?? options.title ?? titleOf(embed),
    state: dead ? 'dead' : isPending(embed) ? 'pending' : embed.embedSrc || known ? 'ready' : 'link',
    ratio: height === undefined ? ratio : undefined,
    height,
    start: startOf(embed),
    playSrc: playSource(embed, options.pageHost),
    playerOrigin: frameSourcesFor([embed]).find(source => !embedFrameSources.includes(source)),
    sandbox: sandboxOf(embed),
    allow: provider?.allow ?? 'fullscreen',
    origin: typeof embed.params['origin'] === 'string' ? embed.params['origin'] : undefined,
    local,
    openUrl: embed.pageUrl ?? embed.embedSrc,
    posterUrl: (known && provider?.poster?.(known.item)) || undefined,
    notice: dead?.message ?? pendingNotice(embed),
  }
}

function startOf({ params }: Embed): string | undefined {
  const { start, slide, page } = params
  if (typeof start === 'number') return clockFromSeconds(start)
  if (typeof slide === 'number') return `slide ${slide}`
  return typeof page === 'number' ? `page ${page}` : undefined
}

/** A script is never put into a frame, and a stranger's page only after its origin was named. */
function playSource(embed: Embed, pageHost = 'localhost'): string | undefined {
  const known = itemOf(embed)
  if (known?.provider.frame) return known.provider.frame(known.item) || undefined
  if (embed.kind === 'iframe') return embed.pageUrl
  const script = known?.provider.code !== undefined && known.provider.frameSources === undefined
  if (script && embed.provider !== 'file' && embed.provider !== 'pdf') return undefined
  return embed.embedSrc?.replace('{PARENT}', encodeURIComponent(pageHost))
}
