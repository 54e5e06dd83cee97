/**
 * White space as Ruby means it. JavaScript's `\s` and `trim` also take no-break spaces and other Unicode space,
 * which kramdown keeps.
 */
const NEWLINE = 10

/** `\s` in Ruby: tab, line feed, vertical tab, form feed, carriage return, space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** What Ruby's `strip` takes off besides: NUL. */
function isStripped(code: number): boolean {
  return isSpace(code) || code === 0
}

export function stripEnd(text: string): string {
  let end = text.length
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

export function stripStart(text: string): string {
  let start = 0
  while (start < text.length && isStripped(text.charCodeAt(start))) start++
  return start === 0 ? text : text.slice(start)
}

export function strip(text: string): string {
  return stripEnd(stripStart(text))
}

export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isStripped(text.charCodeAt(i))) return false
  return true
}

/** First offset from `from` on that holds no white space, or the end. */
export function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** First offset from `from` on that holds neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at
}

/** The offset after the newline that ends the line `from` stands in; the end when there is none. */
export function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  return newline < 0 ? text.length : newline + 1
}

/** `\s*?\n`: the offset after the first newline when only white space stands before it, else -1. */
export function spaceToNewline(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE) return at + 1
    if (!isSpace(code)) return -1
    at++
  }
  return -1
}

/** How many spaces stand at an offset, counting no further than `limit`. */
export function countSpaces(text: string, from: number, limit = Infinity): number {
  let count = 0
  while (count < limit && text.charCodeAt(from + count) === 32) count++
  return count
}

/** Ruby's `split("\n")`: lines without their newline, empty ones at the end left out. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n')
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop()
  return lines
}

/** Whether a text holds nothing beyond ASCII. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Ruby's `downcase`: character by character, so that a final sigma is no special case. */
export function downcase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : Array.from(text, c => c.toLowerCase()).join('')
}
