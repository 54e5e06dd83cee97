import { type Language, rule, runRule } from './regex-lexer.ts'

const id = String.raw`[a-zA-Z_][\w']*`
const upperId = String.raw`[A-Z][\w']*`

const classes = new Map<string, string>([
  ...'unit int float bool string char list array'.split(' ').map(word => [word, 'kt'] as const),
  ...'and asr land lor lsl lxor mod or'.split(' ').map(word => [word, 'ow'] as const),
  ...(
    'as assert begin class constraint do done downto else end exception external false for fun function functor if in ' +
    'include inherit initializer lazy let module mutable new nonrec object of open rec sig struct then to true try ' +
    'type val virtual when while with match raise'
  )
    .split(' ')
    .map(word => [word, 'k'] as const),
])

/** OCaml, as Rouge 3.30 reads it (lexers/ocaml.rb). */
export const ocaml: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/false|true|[(][)]|\[\]/, 'bp'),
      rule(new RegExp(String.raw`${upperId}(?=\s*[.])`), 'nn', 'dotted'),
      rule(new RegExp('`' + id), 'nt'),
      rule(new RegExp(upperId), 'nc'),
      rule(/[(][*](?![)])/, 'c', 'comment'),
      runRule(new RegExp(id), (match, lexing) => lexing.add(classes.get(match[0]) ?? 'n', match[0])),
      rule(/[(){}[\];]+/, 'p'),
      rule(/[;,_!$%&*+./:<=>?@^|~#-]+/, 'o'),
      rule(/-?\d[\d_]*(.[\d_]*)?(e[+-]?\d[\d_]*)/i, 'mf'),
      rule(/0x[0-9a-f][0-9a-f_]*/i, 'mh'),
      rule(/0o[0-7][0-7_]*/i, 'mo'),
      rule(/0b[01][01_]*/i, 'mb'),
      rule(/\d[\d_]*/, 'mi'),
      rule(/'(?:(\\[\\"'ntbr ])|(\\[0-9]{3})|(\\x[0-9a-fA-F]{2}))'/, 'sc'),
      rule(/'[.]'/, 'sc'),
      rule(/'/, 'k'),
      rule(/"/, 's2', 'string'),
      rule(new RegExp(`[~?]${id}`), 'nv'),
    ],
    comment: [
      rule(/[^(*)]+/, 'c'),
      rule(/[(][*]/, 'c', 'comment'),
      rule(/[*][)]/, 'c', 'pop'),
      rule(/[(*)]/, 'c'),
    ],
    string: [
      rule(/[^\\"]+/, 's2'),
      rule(/\\[\\"'ntbr]/, 'se'),
      rule(/\\\d{3}/, 'se'),
      rule(/\\x[0-9a-fA-F]{2}/, 'se'),
      rule(/\\\n/, 's2'),
      rule(/"/, 's2', 'pop'),
    ],
    dotted: [
      rule(/\s+/, ''),
      rule(/[.]/, 'p'),
      rule(new RegExp(String.raw`${upperId}(?=\s*[.])`), 'nn'),
      rule(new RegExp(upperId), 'nc', 'pop'),
      rule(new RegExp(id), 'n', 'pop'),
      rule(/[({[]/, 'p', 'pop'),
    ],
  },
}
