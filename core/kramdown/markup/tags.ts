import { skipSpace } from '../characters.ts'

/** `<name attribute="value">`, as kramdown reads a tag (parser/html.rb, HTML_TAG_RE). */
export interface StartTag {
  /** As written. */
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** `/>` */
  readonly closed: boolean
  readonly end: number
}

/** A start tag at an offset. Attribute values are quoted, or words of letters, digits and underscores. */
export function matchStartTag(text: string, from: number): StartTag | undefined {
  if (text.charCodeAt(from) !== LESS) return undefined
  let at = nameEnd(text, from + 1)
  if (at < 0) return undefined
  const name = text.slice(from + 1, at)
  const attributes: [string, string][] = []
  for (;;) {
    const start = skipSpace(text, at)
    const code = text.charCodeAt(start)
    if (code === GREATER) return { name, attributes, closed: false, end: start + 1 }
    if (code === SLASH)
      return text.charCodeAt(start + 1) === GREATER
        ? { name, attributes, closed: true, end: start + 2 }
        : undefined
    const end = start > at ? nameEnd(text, start) : -1
    if (end < 0) return undefined
    const value = matchValue(text, end)
    attributes.push([text.slice(start, end), value?.value ?? ''])
    at = value?.end ?? end
  }
}

function matchValue(
  text: string,
  from: number,
): { readonly value: string; readonly end: number } | undefined {
  const equals = skipSpace(text, from)
  if (text.charCodeAt(equals) !== EQUALS) return undefined
  const start = skipSpace(text, equals + 1)
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1)
    return close < 0 ? undefined : { value: text.slice(start + 1, close), end: close + 1 }
  }
  word.lastIndex = start
  const match = word.exec(text)
  return match ? { value: match[0], end: word.lastIndex } : undefined
}

/** `</name>` at an offset. */
export function matchEndTag(
  text: string,
  from: number,
): { readonly name: string; readonly end: number } | undefined {
  if (text.charCodeAt(from) !== LESS || text.charCodeAt(from + 1) !== SLASH) return undefined
  const end = nameEnd(text, from + 2)
  if (end < 0) return undefined
  const close = skipSpace(text, end)
  return text.charCodeAt(close) === GREATER ? { name: text.slice(from + 2, end), end: close + 1 } : undefined
}

/** The end of an XML name at an offset, with one optional prefix before a colon; -1 where none begins. */
export function nameEnd(text: string, from: number): number {
  const end = plainNameEnd(text, from)
  if (end < 0 || text.charCodeAt(end) !== COLON) return end
  const local = plainNameEnd(text, end + 1)
  return local < 0 ? end : local
}

const LESS = 60
const GREATER = 62
const SLASH = 47
const EQUALS = 61
const COLON = 58

/** Ruby's `\p{Word}`. */
const word = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/uy
const letter = /\p{Alphabetic}/uy
const nameCharacters = /[-\p{Alphabetic}\p{Nd}._]*/uy

function plainNameEnd(text: string, from: number): number {
  if (!isNameStart(text, from)) return -1
  let at = from + 1
  while (isAsciiNameCode(text.charCodeAt(at))) at++
  if (!(text.charCodeAt(at) > 127)) return at
  nameCharacters.lastIndex = from
  nameCharacters.exec(text)
  return nameCharacters.lastIndex
}

function isNameStart(text: string, from: number): boolean {
  const code = text.charCodeAt(from)
  if (!(code > 127)) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
  letter.lastIndex = from
  return letter.test(text)
}

function isAsciiNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46 ||
    code === 95
  )
}

/** Whether something is `</name>` with that name, whatever its case if asked; the offset after it, or -1. */
export function endTagOf(text: string, from: number, name: string, anyCase: boolean): number {
  if (text.charCodeAt(from) !== LESS || text.charCodeAt(from + 1) !== SLASH) return -1
  const written = text.slice(from + 2, from + 2 + name.length)
  if (written !== name && !(anyCase && written.toLowerCase() === name.toLowerCase())) return -1
  const close = skipSpace(text, from + 2 + name.length)
  return text.charCodeAt(close) === GREATER ? close + 1 : -1
}

/** Where the next `</name>` in any case begins, and where it ends. */
export function findEndTag(
  text: string,
  from: number,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    const end = endTagOf(text, at, name, true)
    if (end >= 0) return { start: at, end }
  }
  return undefined
}

/** The offset after `open … close` at an offset, or -1; for comments, instructions and CDATA. */
export function delimitedEnd(text: string, from: number, open: string, close: string): number {
  if (!text.startsWith(open, from)) return -1
  const end = text.indexOf(close, from + open.length)
  return end < 0 ? -1 : end + close.length
}
