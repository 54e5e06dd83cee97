import { type Address, readAddress, refuseWritten, refusedScheme, trimInvisible } from './address.ts'
import { deadServices } from './dead-services.ts'
import { type Embed, type Refusal, isRefusal, refuse } from './embed.ts'
import { type LocalPath, readLocalPath } from './local-path.ts'
import type { Item, Provider, Recognised } from './provider.ts'
import { bluesky } from './providers/bluesky.ts'
import { file, fromLocalFile } from './providers/file.ts'
import { asciinema } from './providers/asciinema.ts'
import { providersOfHost, shapeProviders } from './providers/index.ts'
import { fromPresentationFile, office } from './providers/office.ts'
import { fromLocalPdf, pdf } from './providers/pdf.ts'
import { fromLocalPage, revealJs } from './providers/reveal-js.ts'
import { spotify } from './providers/spotify.ts'

/**
 * The embed an address or a path of the site stands for; a link card where no provider knows it. Never asks the network.
 *
 * Order: the site's own paths, the exact host table, closed services, shapes (PeerTube, Mastodon), file endings, card.
 */
export function recogniseAddress(text: string): Embed | Refusal {
  const written = trimInvisible(text)
  const named = fromUri(written)
  if (named) return named
  if (refusedScheme(written)) return refuse('scheme')
  const local = readLocalPath(written)
  if (local) return isRefusal(local) ? local : (refuseWritten(written) ?? fromLocal(local))
  if (written !== '' && !looksLikeAddress(written)) return refuse('not-a-url')
  const address = readAddress(written)
  return isRefusal(address) ? address : fromAddress(address)
}

/** The embed of something a provider recognised: player and page follow from id and params. */
export function toEmbed(provider: Provider, recognised: Recognised): Embed {
  const params = recognised.params ?? {}
  const kind = recognised.kind ?? provider.kind
  const item: Item | undefined = recognised.id === null ? undefined : { id: recognised.id, params }
  const offlineResolvable =
    recognised.offline ?? (item !== undefined && kind !== 'card' && kind !== 'unknown')
  const embedSrc = offlineResolvable ? (recognised.src ?? (item && provider.player?.(item))) : undefined
  const pageUrl = recognised.page ?? (item && provider.page?.(item))
  return {
    provider: provider.name,
    kind,
    id: recognised.id,
    params,
    offlineResolvable,
    ...(embedSrc && { embedSrc }),
    ...(pageUrl && { pageUrl }),
  }
}

function fromUri(text: string): Embed | undefined {
  const provider = text.startsWith('spotify:') ? spotify : text.startsWith('at://') ? bluesky : undefined
  const recognised = provider?.fromId?.(text)
  return provider && recognised && toEmbed(provider, recognised)
}

/** A word without a dot or a slash is nobody's host; neither is a sentence. */
function looksLikeAddress(text: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    text.startsWith('//') ||
    /^[^\s/?#]+\.[^\s/?#]{2,}(?:[/?#:]\S*)?$/u.test(text)
  )
}

function fromLocal({ path, fragment }: LocalPath): Embed {
  if (path.endsWith('.cast'))
    return toEmbed(asciinema, { id: path, params: { selfHosted: true, local: true } })
  const deck = fromLocalPdf(path, fragment)
  if (deck) return toEmbed(pdf, deck)
  const media = fromLocalFile(path, fragment)
  if (media) return toEmbed(file, media)
  const page = fromLocalPage(path)
  return page ? toEmbed(revealJs, page) : { ...card(path), params: { local: true } }
}

function fromAddress(address: Address): Embed {
  const claimed = address.url.port === '' ? fromHost(address) : undefined
  return claimed ?? fromFile(address) ?? card(address.url.href)
}

function fromHost(address: Address): Embed | undefined {
  const claiming = providersOfHost(address.host)
  for (const provider of claiming) {
    const recognised = provider.fromUrl(address)
    if (recognised) return toEmbed(provider, recognised)
  }
  const dead = fromDeadService(address)
  if (dead || claiming.length > 0) return dead
  for (const provider of shapeProviders) {
    const recognised = provider.fromUrl(address)
    if (recognised) return toEmbed(provider, recognised)
  }
  return undefined
}

function fromDeadService(address: Address): Embed | undefined {
  const service = deadServices.find(({ hosts }) =>
    hosts.some(host =>
      host.startsWith('*.') ? address.host.endsWith(host.slice(1)) : host === address.host,
    ),
  )
  if (!service) return undefined
  return {
    provider: service.name,
    kind: 'dead',
    id: service.id?.(address) ?? null,
    params: {},
    offlineResolvable: false,
    pageUrl: address.url.href,
  }
}

function fromFile(address: Address): Embed | undefined {
  const deck = pdf.fromUrl(address)
  if (deck) return toEmbed(pdf, deck)
  const media = file.fromUrl(address)
  if (media) return toEmbed(file, media)
  const recording = address.segments.at(-1)?.endsWith('.cast')
  if (recording) return toEmbed(asciinema, { id: address.url.href, params: { selfHosted: true } })
  const presentation = fromPresentationFile(address)
  return presentation && toEmbed(office, presentation)
}

function card(pageUrl: string): Embed {
  return { provider: 'generic', kind: 'card', id: null, params: {}, offlineResolvable: false, pageUrl }
}
