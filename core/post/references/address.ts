import { withoutLiquid } from './liquid-address.ts'

/** Whether text is meant as an address: a scheme, a path from the site's root, a fragment, or a bare host. */
function looksLikeAddress(text: string): boolean {
  if (text === '' || /\s/.test(withoutLiquid(text))) return false
  return (
    /^(?:https?:\/\/.|mailto:.|\/|#.|\{[{%])/i.test(text) ||
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]|$)/u.test(text)
  )
}

/**
 * What somebody means who types or pastes an address, the likeliest first: without the brackets around it, a bare host
 * with `https://` before it can be reached at all, and a mail address with `mailto:`.
 */
export function meantAddresses(typed: string): readonly string[] {
  const text = typed.trim().replace(/^<(.*)>$/, '$1')
  if (/^[^\s@/:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)) return [`mailto:${text}`]
  if (!looksLikeAddress(text)) return []
  return /^[\p{L}\p{N}]/u.test(text) && !/^(?:https?:\/\/|mailto:)/i.test(text)
    ? [`https://${text}`, text]
    : [text]
}
