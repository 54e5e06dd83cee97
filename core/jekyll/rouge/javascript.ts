import { type Language, type Lexing, type Rule, type State, groupRule, rule, runRule } from './regex-lexer.ts'

const id = String.raw`[\p{L}\p{Nl}$_][\p{L}\p{M}\p{N}\p{Pc}]*`

const words = (type: string, list: string): (readonly [string, string])[] =>
  list.split(' ').map(word => [word, type] as const)

const classes = new Map([
  ...words(
    'nb',
    'Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI ' +
      'decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator ' +
      'self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array Uint8ClampedArray ' +
      'Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray Float32Array Float64Array ' +
      'DataView ArrayBuffer',
  ),
  ...words('kc', 'true false null NaN Infinity undefined'),
  ...words('kr', 'enum implements interface package private protected public'),
  ...words('kd', 'var let const with function class extends constructor get set static'),
  ...words(
    'k',
    'as async await break case catch continue debugger default delete do else export finally from for if import in ' +
      'instanceof new of return super switch this throw try typeof void while yield',
  ),
])

const replaceBy = (pattern: RegExp, type: string, next: State): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add(type, match[0])
    lexing.replace(next)
  })

function word(match: RegExpExecArray, lexing: Lexing): void {
  const type = classes.get(match[0]) ?? 'nx'
  lexing.add(type, match[0])
  if (type === 'k' || type === 'kd') lexing.go('expr_start')
}

/** JavaScript, as Rouge 3.30 reads it (lexers/javascript.rb). */
export const javascript: Language = {
  start: ['root'],
  states: {
    multiline_comment: [rule(/[*]\//, 'cm', 'pop'), rule(/[^*/]+/, 'cm'), rule(/[*/]/, 'cm')],
    comments_and_whitespace: [
      rule(/\s+/, ''),
      rule(/<!--/, 'c'),
      rule(/\/\/.*?$/, 'c1'),
      rule(/\/[*]/, 'cm', 'multiline_comment'),
    ],
    expr_start: [
      'comments_and_whitespace',
      replaceBy(/\//, 'sr', 'regex'),
      replaceBy(/[{]/, 'p', 'object'),
      rule(/(?:)/, '', 'pop'),
    ],
    regex: [
      replaceBy(/\//, 'sr', 'regex_end'),
      rule(/[^/]\n/, 'err', 'pop'),
      rule(/\n/, 'err', 'pop'),
      rule(/\[\^/, 'se', 'regex_group'),
      rule(/\[/, 'se', 'regex_group'),
      rule(/\\./, 'se'),
      rule(/[(][?][:=<!]/, 'se'),
      rule(/[{][\d,]+[}]/, 'se'),
      rule(/[()?]/, 'se'),
      rule(/./, 'sr'),
    ],
    regex_end: [rule(/[gimuy]+/, 'sr', 'pop'), runRule(/(?:)/, (_, lexing) => lexing.go('pop'))],
    regex_group: [
      rule(/\//, 'se'),
      runRule(/[^/]\n/, (match, lexing) => {
        lexing.add('err', match[0])
        lexing.go('pop')
        lexing.go('pop')
      }),
      rule(/\]/, 'se', 'pop'),
      rule(/\\./, 'se'),
      rule(/./, 'sr'),
    ],
    root: [
      rule(/\s*#!.*?\n/s, 'cp', 'statement'),
      'comments_and_whitespace',
      rule(/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'expr_start'),
      rule(/[-<>+*%&|^/!=]=?/, 'o', 'expr_start'),
      rule(/[([,]/, 'p', 'expr_start'),
      rule(/;/, 'p', 'statement'),
      rule(/[)\].]/, 'p'),
      rule(/`/, 's2', 'template_string'),
      rule(/[?][.]/, 'p'),
      runRule(/[?]/, (match, lexing) => {
        lexing.add('p', match[0])
        lexing.go('ternary')
        lexing.go('expr_start')
      }),
      groupRule(/(@)(\w+)?/, ['p', 'nd'], 'expr_start'),
      rule(/[{}]/, 'p', 'statement'),
      runRule(new RegExp(id, 'iu'), word),
      rule(/[0-9][0-9]*\.[0-9]+([eE][0-9]+)?[fd]?/, 'mf'),
      rule(/0x[0-9a-fA-F]+/i, 'mh'),
      rule(/0o[0-7][0-7_]*/i, 'mo'),
      rule(/0b[01][01_]*/i, 'mb'),
      rule(/[0-9]+/, 'mi'),
      rule(/"/, 'dl', 'dq'),
      rule(/'/, 'dl', 'sq'),
      rule(/:/, 'p'),
    ],
    dq: [rule(/\\[\\nrt"]?/, 'se'), rule(/[^\\"]+/, 's2'), rule(/"/, 'dl', 'pop')],
    sq: [rule(/\\[\\nrt']?/, 'se'), rule(/[^\\']+/, 's1'), rule(/'/, 'dl', 'pop')],
    statement: [
      replaceBy(/case\b/, 'k', 'expr_start'),
      groupRule(new RegExp(String.raw`(${id})(\s*)(:)`, 'iu'), ['nl', '', 'p']),
      'expr_start',
    ],
    object: [
      'comments_and_whitespace',
      rule(/[{]/, 'p', 'object'),
      replaceBy(/[}]/, 'p', 'statement'),
      groupRule(new RegExp(String.raw`(${id})(\s*)(:)`, 'iu'), ['na', '', 'p'], 'expr_start'),
      rule(/:/, 'p'),
      'root',
    ],
    ternary: [replaceBy(/:/, 'p', 'expr_start'), 'root'],
    template_string: [
      rule(/[$]\{/, 'p', 'template_string_expr'),
      rule(/`/, 's2', 'pop'),
      rule(/\\[$`]/, 'se'),
      rule(/[^$`\\]+/, 's2'),
      rule(/[\\$]/, 's2'),
    ],
    template_string_expr: [rule(/\}/, 'p', 'pop'), 'root'],
  },
}
