/** Parameters that only say which page the player is on. */
const hostParameter = /([?&](?:amp;)?(?:parent|origin|widget_referrer)=)\{\{[^}]*\}\}/g

/** Whatever stands before the path of a file, such as `{{ images }}/a.mp4`, says where on the site it lies. */
const beforeFile =
  /^\s*\{\{-?\s*[\w.-]+\s*(?:\|[^{}]*)?\}\}(?=\/[^{}]*\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|oga|opus|wav|flac|pdf|cast)(?:[?#][^{}]*)?\s*$)/i

/**
 * An address in which a site's own Liquid stands, as a path of the site: `{{ site.baseurl }}/a.mp4` and
 * `{{ "/a.mp4" | relative_url }}` are both `/a.mp4`.
 *
 * @returns the text as it is where it holds no Liquid; undefined where the Liquid could say anything
 */
export function withoutLiquid(address: string): string | undefined {
  if (!address.includes('{{') && !address.includes('{%')) return address
  const named = address.replace(hostParameter, '$1site')
  if (named !== address) return withoutLiquid(named)
  const prefix =
    /^\s*\{\{-?\s*(?:site\.(?:baseurl|url|assets?_?(?:url|path)?|cdn)|page\.(?:baseurl|root))[^}]*\}\}/
  const known = address.replace(prefix, '').replace(prefix, '')
  const stripped = known === address ? address.replace(beforeFile, '') : known
  const literal = stripped.replace(
    /\{\{-?\s*(["'])(.*?)\1\s*(?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.\w+|url_encode|uri_escape|escape)\s*)+-?\}\}/g,
    '$2',
  )
  if (literal.includes('{{') || literal.includes('{%')) return undefined
  const siteRooted = stripped !== address || literal !== stripped
  return siteRooted && !/^(?:\/|https?:)/.test(literal) ? `/${literal}` : literal
}
