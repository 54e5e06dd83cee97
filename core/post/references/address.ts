/** Whether text is meant as an address: a scheme, a path from the site's root, a fragment, or a bare host. */
export function looksLikeAddress(text: string): boolean {
  if (text === '' || /\s/.test(text)) return false
  return (
    /^(?:https?:\/\/.|mailto:.|\/|#.|\{\{)/i.test(text) ||
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]|$)/u.test(text)
  )
}
