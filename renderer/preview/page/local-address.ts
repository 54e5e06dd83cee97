import { siteOrigin } from '../own-site.ts'
import type { FramePost } from '../frame-protocol.ts'

/** What an address in a post means to the preview. */
export type PictureAddress =
  /** A file of the site, at an address of the preview's own server. */
  | { readonly type: 'local'; readonly url: string }
  | { readonly type: 'remote'; readonly url: string }
  /** Neither: nothing loads. */
  | { readonly type: 'none' }

/**
 * Where a picture of a post comes from. Addresses are read as the published page's would be; what lies on the site
 * itself is served from the folder.
 *
 * @param siteRoot where the preview's server has the site's files, ending in `/`
 */
export function pictureAddress(address: string, post: FramePost, siteRoot: string): PictureAddress {
  if (/^\s*data:image\//i.test(address)) return { type: 'local', url: address.trim() }
  const site = siteOrigin(post.siteUrl)
  let url: URL
  try {
    url = new URL(address, new URL(post.url, site))
  } catch {
    return { type: 'none' }
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { type: 'none' }
  if (url.host !== site.host) return { type: 'remote', url: url.href }
  const path = withoutBaseurl(url.pathname, post.baseurl).replace(/^\/+/, '')
  return { type: 'local', url: siteRoot + path + url.search + url.hash }
}

function withoutBaseurl(path: string, baseurl: string): string {
  const base = baseurl.replace(/\/+$/, '')
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path
}
