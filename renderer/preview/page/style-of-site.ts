import { type PictureAddress, pictureAddress } from './local-address.ts'
import { type StyleFetch, localStyle } from './local-style.ts'
import type { PageContext } from './page-context.ts'
import { siteRoot } from './server-addresses.ts'

/**
 * Where a style sheet, or what one asks for, is loaded from: the site, or a host that the writer let in for this site.
 * `remote` is not loaded.
 */
export function styleAddress(address: string, context: PageContext): PictureAddress {
  const place = pictureAddress(address, context.post, siteRoot)
  if (place.type !== 'remote') return place
  const url = place.url.replace(/^http:/, 'https:')
  return context.mayDress(url) ? { type: 'local', url } : place
}

/** A style that loads nothing but files of the site and of hosts that the writer let in. */
export function styleOfSite(
  style: string,
  context: PageContext,
  onRemote: (url: string, kind: StyleFetch) => void = () => {},
): string {
  return localStyle(style, (address, kind) => {
    const place = styleAddress(address, context)
    if (place.type === 'remote') onRemote(place.url, kind)
    return place
  })
}
