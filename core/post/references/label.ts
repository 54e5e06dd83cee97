import { normaliseLinkId } from '../../kramdown/index.ts'
import type { LinkModel } from './link-model.ts'

const longestLabel = 24

/**
 * A label for a new definition: short words of the text, else the host, with a number where the label is taken by
 * another address.
 */
export function proposeLabel(text: string, url: string, links: LinkModel): string {
  const base = fromText(text) || fromUrl(url) || 'link'
  let label = base
  for (let number = 2; isTaken(label, url, links); number++) label = `${base}-${number}`
  return label
}

function isTaken(label: string, url: string, links: LinkModel): boolean {
  const known = links.find(label)
  return known !== undefined && known.url !== url
}

/** The text in lower case, words joined by `-`, up to the last word that fits. */
function fromText(text: string): string {
  const words = normaliseLinkId(text)
    .replace(/[^\p{L}\p{N} .+-]+/gu, ' ')
    .split(' ')
    .filter(Boolean)
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && [...kept, word].join('-').length > longestLabel) break
    kept.push(word)
  }
  return kept.join('-')
}

function fromUrl(url: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]
  return host?.split('.')[0] ?? ''
}
