import { readOption, isOption } from '../options.ts'
import type { ParserState } from '../parser-state.ts'
import { type AttributeList, createAttributeList, readAttributeList } from './attribute-list.ts'
import { matchBraces } from './braces.ts'

/**
 * Extension tags — kramdown syntax, “Extensions”.
 *
 *     {::comment}text{:/comment}     {::nomarkdown type="html"}…{:/}     {::options auto_ids="false" /}
 */
export type ExtensionTag =
  | {
      readonly kind: 'start'
      readonly name: string
      readonly attributes: string
      readonly closed: boolean
      readonly end: number
    }
  | { readonly kind: 'stop'; readonly name: string; readonly end: number }

const startName = /\{::(\w+)(?=[ \t\r\n\f\v}/])/y
const stopTag = /\{:\/(\w[\w-]*)?\}/y

/** @param follows what has to stand after the tag, as for {@link matchBraces} */
export function matchExtensionTag(
  text: string,
  from: number,
  follows: (offset: number) => number,
): ExtensionTag | undefined {
  stopTag.lastIndex = from
  const stop = stopTag.exec(text)
  if (stop) {
    const end = follows(stopTag.lastIndex)
    return end < 0 ? undefined : { kind: 'stop', name: stop[1] ?? '', end }
  }
  startName.lastIndex = from
  const start = startName.exec(text)
  if (!start) return undefined
  const after = startName.lastIndex
  if (text[after] === '}' || text.startsWith('/}', after)) {
    const closed = text[after] === '/'
    const end = follows(after + (closed ? 2 : 1))
    if (end >= 0) return { kind: 'start', name: start[1]!, attributes: '', closed, end }
    if (!closed) return undefined
  }
  if (text[after] === '/') return undefined
  const match = matchBraces(text, after, follows)
  if (!match) return undefined
  const closed = match.contentEnd - 1 > after && text[match.contentEnd - 1] === '/'
  const attributes = text.slice(after + 1, closed ? match.contentEnd - 1 : match.contentEnd)
  return { kind: 'start', name: start[1]!, attributes, closed, end: match.end }
}

/** The attributes of a tag, with a warning where there is something else. */
export function readTagAttributes(text: string, warn: (subject: string) => void): AttributeList {
  const list = createAttributeList()
  if (!readAttributeList(text, list)) warn(text)
  return list
}

/** `{::options key="value" /}`: sets options for the rest of the parsing and for the whole conversion. */
export function setInlineOptions(
  state: ParserState,
  attributes: ReadonlyMap<string, string>,
  warn: (code: 'option.forbidden' | 'option.unknown', name: string) => void,
): void {
  for (const [name, text] of attributes) {
    if (!isOption(name, state.options.version)) {
      warn('option.unknown', name)
    } else if (state.options.forbidden_inline_options.includes(name) || name === 'forbidden_inline_options') {
      warn('option.forbidden', name)
    } else {
      const read = readOption(name, text)
      if (!read) continue
      state.options = { ...state.options, [name]: read.value }
      state.inlineOptions[name] = read.value
    }
  }
}
