/** What else the preview's server has for this page, which is `/TOKEN/quiet/preview.html` or like it. */

/** The files of the site. */
export const siteRoot = new URL('../site/', location.href).href

/** A page of the site in a frame of ours, where it is slides with scripts. @param path from the site's root, without its `/` */
export function deckAddress(path: string): string {
  return new URL(`../deck/${path}`, location.href).href
}

/** A page of ours that holds one thing of another site. */
export function guestAddress(
  kind: 'frame' | 'img' | 'video' | 'audio',
  about: Readonly<Record<string, string>>,
): string {
  const url = new URL(`../guest/${kind}`, location.href)
  url.search = new URLSearchParams(about).toString()
  return url.href
}
