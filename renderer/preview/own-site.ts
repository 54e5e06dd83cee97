/** Stands for the site's host where its configuration names none. Never asked: the name cannot exist (RFC 2606). */
export const ownSiteHost = 'site.invalid'

/** The origin that addresses of a post are read against. */
export function siteOrigin(siteUrl: string): URL {
  return URL.canParse(siteUrl) ? new URL(siteUrl) : new URL(`http://${ownSiteHost}`)
}
