/** Ruby's `String#strip` and its halves: ASCII white space and, at the end only, NUL. */
export function strip(text: string): string {
  return stripEnd(stripStart(text))
}

export function stripStart(text: string): string {
  return text.replace(/^[\t\n\v\f\r \0]+/, '')
}

export function stripEnd(text: string): string {
  return text.replace(/[\t\n\v\f\r \0]+$/, '')
}

/** Ruby's `String#capitalize`: the first character up, all others down. */
export function capitalize(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + downcase(text.slice(first.length))
}

/** Ruby's `String#downcase`, which knows no final sigma. */
export function downcase(text: string): string {
  return text.toLowerCase().replaceAll('ς', (_, offset: number) => (text[offset] === 'Σ' ? 'σ' : 'ς'))
}

/**
 * Ruby's `String#split` with a text: trailing empty pieces are dropped; a single space splits at runs of white space
 * and ignores it at the start; an empty text splits into characters.
 */
export function split(text: string, separator: string): string[] {
  if (text === '') return []
  if (separator === ' ') return splitWords(text)
  const pieces = separator === '' ? [...text] : text.split(separator)
  while (pieces.length > 0 && pieces.at(-1) === '') pieces.pop()
  return pieces
}

/** Ruby's `String#split` without an argument. */
export function splitWords(text: string): string[] {
  return text.match(/[^\t\n\v\f\r \0]+/g) ?? []
}

/** Ruby's `String#to_i`: the integer at the start, 0 where there is none. */
export function toInteger(text: string): bigint {
  const match = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*)/.exec(text)
  return match ? BigInt(match[1]!.replace(/^\+/, '').replaceAll('_', '')) : 0n
}

/** Ruby's `String#to_f`. */
export function toFloat(text: string): number {
  const match = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:e[+-]?\d+)?)/i.exec(text)
  return match ? Number(match[1]!.replaceAll('_', '')) : 0
}

/** The number of characters, where JavaScript counts UTF-16 units. */
export function characterCount(text: string): number {
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length
}
