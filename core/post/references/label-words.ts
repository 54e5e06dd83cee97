import type { LinkHouse } from './link-house.ts'

/** A label made of the words, else of the address, in the way the author writes labels. */
export function labelFromWords(text: string, url: string, house: LinkHouse): string {
  return fromText(text, house) || fromUrl(url) || 'link'
}

/** Up to the last word that fits. */
function fromText(text: string, { separator, longest, keepsCase }: LinkHouse): string {
  const words = (keepsCase ? text : text.toLowerCase())
    .replace(/!?\[|\]\([^)]*\)|[`*_<>"“”]/g, '')
    .replace(/[^\p{L}\p{N} .+'’-]+/gu, ' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && [...kept, word].join(separator).length > longest) break
    kept.push(word)
  }
  return kept.join(separator)
}

function fromUrl(url: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]
  return host?.split('.')[0] ?? ''
}
