import { colours, properties, values } from './css-words.ts'
import { quotedText } from './quoted-text.ts'
import { type Language, type Lexing, type Rule, rule, runRule } from './regex-lexer.ts'

const id = String.raw`[\p{L}_\-][\p{L}\p{M}\p{Nd}\p{Pc}\p{Cf}\-]*`
const number = String.raw`-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)`
const units = 'em|px|pt|pc|in|mm|cm|ex|rem|ch|vw|vh|vmin|vmax|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz'
const vendorPrefix = /^(?:-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)-|mso-|prince-)/

const unicode = (source: string): RegExp => new RegExp(source, 'u')
const quoted: readonly Rule[] = [
  rule(quotedText('"', { hides: 'quote', mayBreak: true }), 's1'),
  rule(quotedText("'", { hides: 'quote', mayBreak: true }), 's2'),
]

/** The class of a word that is a value. */
export function valueClass(word: string): string | undefined {
  return colours.has(word) ? 'no' : values.has(word) ? 'nb' : undefined
}

function property(match: RegExpExecArray, lexing: Lexing): void {
  const [, name = '', space = '', colon = ''] = match
  lexing.add(properties.has(name) || vendorPrefix.test(name) ? 'nl' : 'py', name)
  lexing.add('', space)
  lexing.add('p', colon)
  lexing.go('stanza_value')
}

/** CSS, as Rouge 3.30 reads it (lexers/css.rb). */
export const css: Language = {
  start: ['root'],
  states: {
    root: [
      'basics',
      rule(/\{/, 'p', 'stanza'),
      rule(unicode(`::?${id}`), 'nd'),
      rule(unicode(String.raw`\.${id}`), 'nc'),
      rule(unicode(`#${id}`), 'nf'),
      rule(unicode(`@${id}`), 'k', 'at_rule'),
      rule(unicode(id), 'nt'),
      rule(/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'),
      ...quoted,
    ],
    value: [
      'basics',
      rule(/url\(.*?\)/, 'sx'),
      rule(/#[0-9a-f]{1,6}/i, 'm'),
      rule(new RegExp(String.raw`${number}(?:%|(?:${units})\b)?`), 'm'),
      rule(/[[\]():/.,]/, 'p'),
      ...quoted,
      runRule(unicode(id), (match, lexing) => lexing.add(valueClass(match[0]) ?? 'n', match[0])),
    ],
    at_rule: [
      rule(unicode(String.raw`\{(?=\s*${id}\s*:)`), 'p', 'at_stanza'),
      rule(/\{/, 'p', 'at_body'),
      rule(/;/, 'p', 'pop'),
      'value',
    ],
    at_body: ['at_content', 'root'],
    at_stanza: ['at_content', 'stanza'],
    at_content: [
      runRule(/\}/, (match, lexing) => {
        lexing.add('p', match[0])
        lexing.go('pop')
        lexing.go('pop')
      }),
    ],
    basics: [rule(/\s+/, ''), rule(/\/\*.*?\*\//s, 'c')],
    stanza: ['basics', rule(/\}/, 'p', 'pop'), runRule(unicode(String.raw`(${id})(\s*)(:)`), property)],
    stanza_value: [
      rule(/;/, 'p', 'pop'),
      rule(/(?=\})/, '', 'pop'),
      rule(/!\s*important\b/, 'cp'),
      rule(/^@.*?$/, 'cp'),
      'value',
    ],
  },
}
