import { type RubyValue, decodeBase64, encodeBase64, isArray, rubyString, toText } from '../../ruby/index.ts'
import { toInteger } from '../integer-argument.ts'
import { argumentError } from '../liquid-error.ts'
import { type FilterTable, filter, plain } from './filter.ts'
import { textInput } from './text-input.ts'
import { replaceAllText, replaceFirstText } from './replacement.ts'

/** Filters on texts (liquid/standardfilters.rb, jekyll/filters.rb). */
export const stringFilters: FilterTable = {
  downcase: plain(input => rubyString.downcase(toText(input))),
  upcase: plain(input => toText(input).toUpperCase()),
  capitalize: plain(input => rubyString.capitalize(toText(input))),
  strip: plain(input => rubyString.strip(toText(input))),
  lstrip: plain(input => rubyString.stripStart(toText(input))),
  rstrip: plain(input => rubyString.stripEnd(toText(input))),
  append: filter(1, 1, (input, [text]) => toText(input) + toText(text)),
  prepend: filter(1, 1, (input, [text]) => toText(text) + toText(input)),
  split: filter(1, 1, (input, [separator]) => rubyString.split(toText(input), toText(separator))),
  slice: filter(1, 2, (input, [offset, length]) => slice(input, offset, length)),
  truncate: filter(0, 2, (input, [length = 50, ellipsis = '...']) => truncate(input, length, ellipsis)),
  truncatewords: filter(0, 2, (input, [words = 15, ellipsis = '...']) =>
    truncateWords(input, words, ellipsis),
  ),
  replace: filter(1, 2, (input, [text, replacement]) =>
    replaceAllText(toText(input), toText(text), toText(replacement)),
  ),
  replace_first: filter(1, 2, (input, [text, replacement]) =>
    replaceFirstText(toText(input), toText(text), toText(replacement)),
  ),
  replace_last: filter(2, 2, (input, [text, replacement]) => replaceLast(input, text, toText(replacement))),
  remove: filter(1, 1, (input, [text]) => toText(input).replaceAll(toText(text), '')),
  remove_first: filter(1, 1, (input, [text]) => toText(input).replace(toText(text), '')),
  remove_last: filter(1, 1, (input, [text]) => replaceLast(input, text, '')),
  strip_newlines: plain(input => toText(input).replace(/\r?\n/g, '')),
  newline_to_br: plain(input => toText(input).replace(/\r?\n/g, '<br />\n')),
  normalize_whitespace: plain(input => rubyString.strip(toText(input).replace(/[ \t\r\n\f\v]+/g, ' '))),
  number_of_words: filter(0, 1, (input, [mode]) => numberOfWords(textInput(input, 'split'), mode)),
  base64_encode: plain(input => encodeBase64(toText(input))),
  base64_decode: plain(input => decode(toText(input), 'base64_decode')),
  base64_url_safe_encode: plain(input =>
    encodeBase64(toText(input)).replaceAll('+', '-').replaceAll('/', '_'),
  ),
  base64_url_safe_decode: plain(input => {
    const text = toText(input).replaceAll('-', '+').replaceAll('_', '/')
    return decode(text.padEnd(Math.ceil(text.length / 4) * 4, '='), 'base64_url_safe_decode')
  }),
}

function slice(input: RubyValue, offsetValue: RubyValue, lengthValue: RubyValue): RubyValue {
  const offset = toInteger(offsetValue)
  const length =
    lengthValue === null || lengthValue === undefined || lengthValue === false ? 1 : toInteger(lengthValue)
  const items = isArray(input) ? input : [...toText(input)]
  const from = offset < 0 ? items.length + offset : offset
  const outside = from < 0 || from > items.length || length < 0
  const part = outside ? [] : items.slice(from, from + length)
  return isArray(input) ? part : part.join('')
}

function truncate(input: RubyValue, lengthValue: RubyValue, ellipsisValue: RubyValue): RubyValue {
  if (input === null || input === undefined) return null
  const characters = [...toText(input)]
  const ellipsis = toText(ellipsisValue)
  const length = toInteger(lengthValue)
  if (characters.length <= length) return toText(input)
  return characters.slice(0, Math.max(0, length - rubyString.characterCount(ellipsis))).join('') + ellipsis
}

function truncateWords(input: RubyValue, wordsValue: RubyValue, ellipsis: RubyValue): RubyValue {
  if (input === null || input === undefined) return null
  const text = toText(input)
  const words = rubyString.splitWords(text)
  const count = Math.max(1, toInteger(wordsValue))
  // Ruby splits off what follows the last word too, even if that is but white space.
  const hasRest = words.length > count || (words.length === count && /[\t\n\v\f\r ]$/.test(text))
  return hasRest ? words.slice(0, count).join(' ') + toText(ellipsis) : text
}

function replaceLast(input: RubyValue, textValue: RubyValue, replacement: string): string {
  const text = toText(input)
  const wanted = toText(textValue)
  const at = text.lastIndexOf(wanted)
  return at === -1 ? text : text.slice(0, at) + replacement + text.slice(at + wanted.length)
}

const cjk = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu
const otherWord = /[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu

function numberOfWords(text: string, mode: RubyValue): number {
  if (mode !== 'cjk' && mode !== 'auto') return rubyString.splitWords(text).length
  const characters = text.match(cjk)?.length ?? 0
  if (mode === 'auto' && characters === 0) return rubyString.splitWords(text).length
  return characters + (text.match(otherWord)?.length ?? 0)
}

function decode(text: string, name: string): string {
  const decoded = decodeBase64(text)
  if (decoded === undefined) throw argumentError(`invalid base64 provided to ${name}`)
  return decoded
}
