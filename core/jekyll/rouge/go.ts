import { type Language, rule } from './regex-lexer.ts'

const keywords =
  'break|default|func|interface|select|case|defer|go|map|struct|chan|else|goto|package|switch|const|fallthrough|if|' +
  'range|type|continue|for|import|return|var'
const types =
  'bool|byte|complex64|complex128|error|float32|float64|int8|int16|int32|int64|int|rune|string|uint8|uint16|uint32|' +
  'uint64|uintptr|uint'
const functions = 'append|cap|close|complex|copy|delete|imag|len|make|new|panic|print|println|real|recover'
const exponent = String.raw`[eE][+\-]?[0-9]+`
const float = String.raw`[0-9]+\.[0-9]*(?:${exponent})?|[0-9]+${exponent}|\.[0-9]+(?:${exponent})?`
const escape = String.raw`\\[abfnrtv\\'"]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}`

const words = (list: string): RegExp => new RegExp(String.raw`\b(?:${list})\b`)

/** Go, as Rouge 3.30 reads it (lexers/go.rb). */
export const go: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/\/\/[^\n]*|\/\*(?:(?!\*\/).)*\*\//s, 'c'),
      rule(words(keywords), 'k'),
      rule(words(types), 'kt'),
      rule(words(functions), 'nb'),
      rule(/\b(?:true|false|iota|nil)\b/, 'no'),
      rule(new RegExp(`(?:[0-9]+|${float})i`), 'm'),
      rule(new RegExp(float), 'm'),
      rule(/0[xX][0-9A-Fa-f]+|[0-9]+/, 'm'),
      rule(new RegExp(String.raw`'(?:[^\n]|${escape}|\\[0-7]{3})'`), 'sc'),
      rule(/\.\.\.|[-+&^=!|<>*/:%.]/, 'o'),
      rule(/[()[\]{},;]/, 'p'),
      rule(
        new RegExp(String.raw`(?!\b(?:${keywords})\b)[\p{Alphabetic}_][\p{Alphabetic}_\p{Nd}]*`, 'u'),
        'n',
      ),
      rule(/\s+/, ''),
      rule(/`/, 's', 'raw_string'),
      rule(/"/, 's', 'interpreted_string'),
    ],
    interpreted_string: [
      rule(new RegExp(escape), 'se'),
      rule(/\\./, 'err'),
      rule(/"/, 's', 'pop'),
      rule(/[^"\\]+/, 's'),
    ],
    raw_string: [rule(/`/, 's', 'pop'), rule(/[^`]+/, 's')],
  },
}
