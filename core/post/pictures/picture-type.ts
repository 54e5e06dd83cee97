export type PictureType = 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg'

/** How many bytes at the beginning tell what a file is; an SVG may begin with a long comment. */
const headBytes = 4096

/** What the bytes are, whatever the name says; undefined for what no browser shows as a picture. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const head = latin1(bytes.subarray(0, headBytes))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'webp'
  if (/^[^]{4}ftypavi[fs]/.test(head)) return 'avif'
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head) && /<svg[\s>]/i.test(head)
    ? 'svg'
    : undefined
}

/**
 * Whether a picture moves, which a copy of it would not (PNG 3, acTL; WebP container, ANIM).
 *
 * @param head enough of its beginning
 */
export function isAnimated(head: Uint8Array): boolean {
  const type = pictureType(head)
  if (type === 'gif') return true
  const text = latin1(head.subarray(0, headBytes))
  return (type === 'png' && text.includes('acTL')) || (type === 'webp' && text.includes('ANIM'))
}

/** Why an SVG is more than a picture; undefined for one that is not. */
export function activeSvg(source: string): string | undefined {
  const text = source.replaceAll(/&#(?:x([\da-f]+)|(\d+));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
  if (/<(?:[\w-]+:)?script\b/i.test(text)) return 'a script'
  if (/[\s"'/]on\w+\s*=/i.test(text)) return 'a script that starts by an event'
  if (/(?:java|vb)\s*script\s*:/i.test(text.replaceAll(/[\t\r\n]/g, ''))) return 'a script in a link'
  if (/<(?:[\w-]+:)?(?:foreignObject|iframe|embed|object)\b/i.test(text)) return 'a page inside of it'
  if (/<!ENTITY\b/i.test(text)) return 'entities that may hide anything'
  return undefined
}

const gpsTag = 0x8825
const entryBytes = 12

/** Where the TIFF part of Exif begins: JPEG's APP1, PNG's `eXIf` (PNG 3, 11.3.3.4), WebP's `EXIF`. */
const exifBefore = /Exif\0\0(?=II|MM)|eXIf(?=II|MM)|EXIF[^]{4}(?=II|MM)/

/**
 * Whether a picture says where it was taken (Exif 2.32, 4.6.3: the GPS tag of its first directory).
 *
 * @param bytes all of it, or of a JPEG or PNG its beginning
 */
export function tellsPlace(bytes: Uint8Array): boolean {
  const text = latin1(bytes)
  const exif = exifBefore.exec(text)
  if (!exif || !pictureType(bytes)) return false
  const tiff = exif.index + exif[0].length
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = text.startsWith('II', tiff)
  try {
    const directory = tiff + view.getUint32(tiff + 4, little)
    const entries = view.getUint16(directory, little)
    for (let index = 0; index < entries; index++)
      if (view.getUint16(directory + 2 + index * entryBytes, little) === gpsTag) return true
  } catch (error) {
    // A directory that leads out of the file tells no place.
    if (!(error instanceof RangeError)) throw error
  }
  return false
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
