import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import type { FramePost } from './frame-protocol.ts'
import { pictureAddress } from './page/local-address.ts'

/**
 * Whether a page has a style that the site itself publishes: a `style` element, or a style sheet that lies in the site's
 * folder or its theme, to be copied or to be made from Sass.
 */
export function hasOwnStyles(snapshot: SiteSnapshot, post: FramePost, html: string): boolean {
  const shown = html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
  if (/<style\b[^>]*>\s*[^<\s]/i.test(shown)) return true
  const links = shown.match(/<link\b[^>]*>/gi) ?? []
  const addresses = links
    .filter(link => /\bstylesheet\b/i.test(attributeOf(link, 'rel')))
    .map(link => attributeOf(link, 'href'))
  const sources = new Set(addresses.flatMap(address => sourcesOf(address, post)))
  return [...snapshot.files, ...(snapshot.theme?.files ?? [])].some(file => sources.has(file.path))
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag)
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : ''
}

const root = 'http://site.invalid/'

/** Files that a style sheet of the site may be made from. */
function sourcesOf(address: string, post: FramePost): string[] {
  const place = pictureAddress(address, post, root)
  if (place.type !== 'local' || !place.url.startsWith(root)) return []
  const stem = readable(new URL(place.url).pathname.slice(1)).replace(/\.css$/i, '')
  return ['css', 'scss', 'sass'].map(ending => `${stem}.${ending}`)
}

/** Without percent-encoding, where it can be read. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
