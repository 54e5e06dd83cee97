import { type Language, type Rule, type State, groupRule, rule, runRule } from './regex-lexer.ts'

const id = String.raw`[\p{L}\p{Nl}$_][\p{L}\p{M}\p{N}\p{Pc}]*`

/** Words of a language and their classes; a word of two lists is what the last of them says. */
type Vocabulary = readonly (readonly [type: string, list: string])[]

const vocabulary: Vocabulary = [
  [
    'nb',
    'Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI ' +
      'decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator ' +
      'self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array Uint8ClampedArray ' +
      'Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray Float32Array Float64Array ' +
      'DataView ArrayBuffer',
  ],
  ['kc', 'true false null NaN Infinity undefined'],
  ['kr', 'enum implements interface package private protected public'],
  ['kd', 'var let const with function class extends constructor get set static'],
  [
    'k',
    'as async await break case catch continue debugger default delete do else export finally from for if import in ' +
      'instanceof new of return super switch this throw try typeof void while yield',
  ],
]

/** What TypeScript adds (lexers/typescript/common.rb). */
const typescriptVocabulary: Vocabulary = [
  ['nb', 'Pick Partial Readonly Record'],
  ['kr', 'string any void number namespace module declare default interface keyof'],
  ['kd', 'type abstract'],
  ['k', 'is namespace static private protected public implements readonly'],
]

/** The class of each word; Rouge asks the lists of keywords first. */
function classesOf(lists: Vocabulary): ReadonlyMap<string, string> {
  const order = ['nb', 'kc', 'kr', 'kd', 'k']
  return new Map(
    lists
      .toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right))
      .flatMap(([type, list]) => list.split(' ').map(word => [word, type] as const)),
  )
}

const replaceBy = (pattern: RegExp, type: string, next: State): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add(type, match[0])
    lexing.replace(next)
  })

function word(classes: ReadonlyMap<string, string>): Rule {
  return runRule(new RegExp(id, 'iu'), (match, lexing) => {
    const type = classes.get(match[0]) ?? 'nx'
    lexing.add(type, match[0])
    if (type === 'k' || type === 'kd') lexing.go('expr_start')
  })
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
      word(classesOf(vocabulary)),
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

/** TypeScript, as Rouge 3.30 reads it (lexers/typescript.rb). */
export const typescript: Language = {
  start: ['root'],
  states: {
    ...javascript.states,
    root: [
      rule(/[?][.]/, 'p'),
      rule(/[?]{2}/, 'o'),
      word(classesOf([...vocabulary, ...typescriptVocabulary])),
      ...javascript.states['root']!,
    ],
    statement: [
      groupRule(new RegExp(String.raw`(${id})(\??)(\s*)(:)`, 'iu'), ['nl', 'p', '', 'p'], 'expr_start'),
      ...javascript.states['statement']!,
    ],
  },
}
