import { withoutLiquid } from './liquid-address.ts'

/** Where a link leads. */
export interface LinkTarget {
  readonly url: string
  readonly title: string | undefined
}

/**
 * `[label]: url "title"`; undefined where no line says so.
 *
 * kramdown parser/kramdown/link.rb, LINK_DEFINITION_START: an address ends at white space a quote follows, unless it
 * stands in `<>`.
 */
export function writeDefinition(
  label: string,
  { url, title }: LinkTarget,
  inAngles = false,
): string | undefined {
  const plain = withoutLiquid(url)
  if (/[\r\n]/.test(url) || (title !== undefined && /[\r\n]/.test(title))) return undefined
  const needsAngles = plain === '' || /^\s|\s$|[ \t]["']/.test(plain) || plain.startsWith('<')
  if (needsAngles && plain.includes('>')) return undefined
  const address = needsAngles || (inAngles && !plain.includes('>')) ? `<${url}>` : url
  return `[${label}]: ${address}${title === undefined ? '' : ` "${title}"`}`
}

/**
 * `(url "title")`; undefined where parentheses cannot say so.
 *
 * kramdown parser/kramdown/link.rb, LINK_PAREN_STOP_RE: parentheses have to match, unless the address stands in `<>`.
 */
export function writeAddress({ url, title }: LinkTarget): string | undefined {
  const plain = withoutLiquid(url)
  if (/[\r\n]/.test(url)) return undefined
  const needsAngles = !hasMatchingParentheses(plain) || /\s["']|^\s|\s$/.test(plain) || plain.startsWith('<')
  if (needsAngles && plain.includes('>')) return undefined
  const address = needsAngles ? `<${url}>` : url
  if (title === undefined) return `(${address})`
  const quote = /"\s*\)/.test(title) ? "'" : '"'
  return `(${address} ${quote}${title}${quote})`
}

function hasMatchingParentheses(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}
