import type { HostApi } from '../../core/contract/index.ts'

/** The stored pictures of embeds. */
export interface Posters {
  /** A picture as a `data:` address; undefined where there is none that can be shown. */
  get(hash: string): Promise<string | undefined>
}

/** As wide as a card gets on a large screen. */
const mostWidth = 1_280
/** What a small file may unfold to; beyond this it is no picture of slides. */
const mostPixels = 40_000_000
const quality = 0.85
/** Pictures kept in memory. */
const mostKept = 300

/**
 * Pictures as Lectern itself encodes them: what came from the network is decoded once, made no larger than a card, and
 * written anew, so that nothing but its pixels gets further.
 */
export function createPosters(host: Pick<HostApi, 'embedPoster'>): Posters {
  const kept = new Map<string, Promise<string | undefined>>()
  return {
    get(hash) {
      const known = kept.get(hash)
      if (known) return known
      const poster = host
        .embedPoster(hash)
        .then(stored => (stored === undefined ? undefined : encodedAnew(stored)))
        // A card without its picture is still a card.
        .catch(() => undefined)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(hash, poster)
      return poster
    },
  }
}

async function encodedAnew(stored: string): Promise<string | undefined> {
  const [, type, base64] = /^data:(image\/[a-z]+);base64,(.*)$/s.exec(stored) ?? []
  if (type === undefined || base64 === undefined) return undefined
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type }))
  try {
    if (picture.width * picture.height > mostPixels) return undefined
    const scale = Math.min(1, mostWidth / picture.width)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/webp', quality)
  } finally {
    picture.close()
  }
}
