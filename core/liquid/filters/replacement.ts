/**
 * Ruby's `gsub` and `sub` with a text to look for: in the replacement, `\0` and `\&` stand for what was found, `` \` ``
 * and `\'` for what lies before and after it, `\\` for a backslash.
 */
export function replaceAllText(text: string, wanted: string, replacement: string): string {
  if (!replacement.includes('\\')) {
    if (wanted !== '') return text.split(wanted).join(replacement)
    return [...text].map(character => replacement + character).join('') + replacement
  }
  return text.replaceAll(wanted, (found, offset: number) => expand(replacement, text, found, offset))
}

export function replaceFirstText(text: string, wanted: string, replacement: string): string {
  const offset = text.indexOf(wanted)
  if (offset === -1) return text
  return (
    text.slice(0, offset) + expand(replacement, text, wanted, offset) + text.slice(offset + wanted.length)
  )
}

function expand(replacement: string, text: string, found: string, offset: number): string {
  return replacement.replace(/\\(k<[^>]*>|[\s\S])/g, (whole, escape: string) => {
    if (escape === '0' || escape === '&') return found
    if (/^[1-9]$/.test(escape)) return ''
    if (escape === '`') return text.slice(0, offset)
    if (escape === "'") return text.slice(offset + found.length)
    return escape === '\\' ? '\\' : whole
  })
}
