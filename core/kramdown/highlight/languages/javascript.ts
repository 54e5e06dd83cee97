import { type Grammar, include, rule } from '../lexer.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const keywords =
  set(`as async await break case catch continue debugger default delete do else export finally from for if
  import in instanceof new of return super switch this throw try typeof void while yield`)
const declarations = set('var let const with function class extends constructor get set static')
const reserved = set('enum implements interface package private protected public')
const constants = set('true false null NaN Infinity undefined')
const builtins =
  set(`Array Boolean Date Error Function Math Number Object RegExp String decodeURI decodeURIComponent encodeURI
  encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator self global Promise Set Map
  WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float32Array Float64Array DataView ArrayBuffer`)

/** What TypeScript adds to the words. */
const typeKeywords = set(
  'is namespace static private protected public implements readonly infer type declare abstract keyof',
)
const typeNames = set('any never string number boolean void unknown bigint object symbol')

const id = '[\\p{L}\\p{Nl}$_][\\p{L}\\p{M}\\p{Nd}\\p{Pc}]*'

function createGrammar(typed: boolean): Grammar {
  const word = ([text]: RegExpExecArray): string => {
    if (keywords.has(text) || (typed && typeKeywords.has(text))) return 'k'
    if (declarations.has(text)) return 'kd'
    if (typed && typeNames.has(text)) return 'nx'
    if (reserved.has(text)) return 'kr'
    if (constants.has(text)) return 'kc'
    return builtins.has(text) ? 'nb' : 'nx'
  }
  const startsExpression = [...keywords, ...declarations].join('|')
  return {
    start: [],
    states: {
      space: [
        rule(/\s+/, ''),
        rule(/<!--/, 'c'),
        rule(/\/\/[^\n]*/, 'c1'),
        rule(/\/\*[^]*?(?:\*\/|$)/, 'cm'),
      ],
      expression: [
        include('space'),
        rule(/\//, 'sr', 'goto regex'),
        rule(/\{/, 'p', 'goto object'),
        rule(/(?:)/, '', 'pop'),
      ],
      regex: [
        rule(/\//, 'sr', 'goto regex end'),
        rule(/[^/]\n|\n/, 'err', 'pop'),
        rule(/\[\^?/, 'se', 'regex class'),
        rule(/\\.|[(][?][:=<!]|\{[\d,]+\}|[()?]/, 'se'),
        rule(/./, 'sr'),
      ],
      'regex end': [rule(/[gimuy]+/, 'sr', 'pop'), rule(/(?:)/, '', 'pop')],
      'regex class': [
        rule(/\//, 'se'),
        rule(/[^/]\n/, 'err', 'pop', 'pop'),
        rule(/\]/, 'se', 'pop'),
        rule(/\\./, 'se'),
        rule(/./, 'sr'),
      ],
      root: [
        rule(/(?<=\n)(?=\s|\/|<!--)/, '', 'expression'),
        include('space'),
        rule(/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==/, 'o', 'expression'),
        rule(/[-<>+*%&|^/!=]=?/, 'o', 'expression'),
        rule(/[([,]/, 'p', 'expression'),
        rule(/;/, 'p', 'statement'),
        rule(/[)\].]/, 'p'),
        rule(/`/, 's2', 'template'),
        rule(/[?][.]/, 'p'),
        rule(/[?]/, 'p', 'ternary', 'expression'),
        rule(/(@)(\w+)?/, ['p', 'nd'], 'expression'),
        rule(/[{}]/, 'p', 'statement'),
        rule(new RegExp(`(?:${startsExpression})(?![\\p{L}\\p{M}\\p{Nd}\\p{Pc}])`, 'u'), word, 'expression'),
        rule(new RegExp(id, 'u'), word),
        rule(/\d+\.\d+(?:[eE]\d+)?[fd]?/, 'mf'),
        rule(/0x[0-9a-fA-F]+/i, 'mh'),
        rule(/0o[0-7][0-7_]*/i, 'mo'),
        rule(/0b[01][01_]*/i, 'mb'),
        rule(/\d+/, 'mi'),
        rule(/"/, 'dl', 'double'),
        rule(/'/, 'dl', 'single'),
        rule(/:/, 'p'),
      ],
      double: [rule(/\\[\\nrt"]?/, 'se'), rule(/[^\\"]+/, 's2'), rule(/"/, 'dl', 'pop')],
      single: [rule(/\\[\\nrt']?/, 'se'), rule(/[^\\']+/, 's1'), rule(/'/, 'dl', 'pop')],
      statement: [
        rule(/case\b/, 'k', 'goto expression'),
        rule(new RegExp(`(${id})(\\s*)(:)`, 'u'), ['nl', '', 'p']),
        include('expression'),
      ],
      object: [
        include('space'),
        rule(/\{/, 'p', 'object'),
        rule(/\}/, 'p', 'goto statement'),
        rule(new RegExp(`(${id})(\\s*)(:)`, 'u'), ['na', '', 'p'], 'expression'),
        rule(/:/, 'p'),
        include('root'),
      ],
      ternary: [rule(/:/, 'p', 'goto expression'), include('root')],
      template: [
        rule(/\$\{/, 'p', 'template expression'),
        rule(/`/, 's2', 'pop'),
        rule(/\\[$`]/, 'se'),
        rule(/[^$`\\]+|[\\$]/, 's2'),
      ],
      'template expression': [rule(/\}/, 'p', 'pop'), include('root')],
    },
  }
}

export const javascript: Grammar = createGrammar(false)
export const typescript: Grammar = createGrammar(true)
