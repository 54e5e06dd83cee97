import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'

const reserved = new Set(
  '_ case class data default deriving do else if in infix infixl infixr instance let newtype of then type where'.split(
    ' ',
  ),
)
const control =
  'NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL'
const symbol = String.raw`[:!#$%&*+.\\/<=>?@^|~-]`

/** Haskell, as Rouge 3.30 reads it (lexers/haskell.rb). */
export const haskell: Language = {
  start: ['root'],
  states: {
    basic: [
      rule(/\s+/, ''),
      rule(/\{-#/, 'cp', 'comment_preproc'),
      rule(/\{-/, 'cm', 'comment'),
      rule(/^--\s+\|.*?$/, 'cd'),
      rule(/--(?![!#$%&*+./<=>?@^|_~]).*?$/, 'c1'),
    ],
    comment: [
      rule(/-\}/, 'cm', 'pop'),
      rule(/\{-/, 'cm', 'comment'),
      rule(/[^-{}]+/, 'cm'),
      rule(/[-{}]/, 'cm'),
    ],
    comment_preproc: [
      rule(/-\}/, 'cp', 'pop'),
      rule(/\{-/, 'cp', 'comment'),
      rule(/[^-{}]+/, 'cp'),
      rule(/[-{}]/, 'cp'),
    ],
    root: [
      'basic',
      rule(/'(?=(?:.|\\\S+)')/, 'sc', 'character'),
      rule(/"/, 's', 'string'),
      rule(/\d+e[+-]?\d+/i, 'mf'),
      rule(/\d+\.\d+(e[+-]?\d+)?/i, 'mf'),
      rule(/0o[0-7]+/i, 'mo'),
      rule(/0x[\da-f]+/i, 'mh'),
      rule(/\d+/, 'mi'),
      runRule(/[\w']+/, (match, lexing) => {
        const [word] = match
        const isReserved = word === 'import' || word === 'module' || reserved.has(word)
        lexing.add(isReserved ? 'kr' : /^'?[A-Z]/.test(word) ? 'kt' : 'n', word)
        if (word === 'import' || word === 'module') lexing.go(word)
      }),
      rule(new RegExp(String.raw`\\(?!${symbol}+)`), 'nf'),
      rule(new RegExp(`(<-|::|->|=>|=)(?!${symbol}+)`), 'o'),
      rule(new RegExp(`:${symbol}*`), 'o'),
      rule(new RegExp(`${symbol}+`), 'o'),
      rule(/\[\s*\]/, 'kt'),
      rule(/\(\s*\)/, 'nb'),
      groupRule(/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasiquotation'),
      rule(/[[\](),;`{}]/, 'p'),
    ],
    import: [
      rule(/\s+/, ''),
      rule(/"/, 's', 'string'),
      rule(/\bqualified\b/, 'k'),
      groupRule(/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], 'pop'),
      runRule(/([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/, (match, lexing) => {
        for (const [index, type] of ['nn', '', 'k', '', 'p'].entries()) lexing.add(type, match[index + 1]!)
        lexing.replace('funclist')
      }),
      runRule(/([A-Z][\w.]*)(\s+)(\()/, (match, lexing) => {
        for (const [index, type] of ['nn', '', 'p'].entries()) lexing.add(type, match[index + 1]!)
        lexing.replace('funclist')
      }),
      rule(/[\w.]+/, 'nn', 'pop'),
    ],
    module: [
      rule(/\s+/, ''),
      groupRule(/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], 'funclist'),
      rule(/\bwhere\b/, 'kr', 'pop'),
      rule(/[A-Z][a-zA-Z0-9_.]*/, 'nn', 'pop'),
    ],
    funclist: [
      'basic',
      rule(/[A-Z]\w*/, 'kt'),
      rule(/(_[\w']+|[a-z][\w']*)/, 'nf'),
      rule(/,/, 'p'),
      rule(new RegExp(`${symbol}+`), 'o'),
      rule(/\(/, 'p', 'funclist'),
      rule(/\)/, 'p', 'pop'),
    ],
    character: [
      runRule(/\\/, (match, lexing) => {
        lexing.add('se', match[0])
        lexing.replace('character_end')
        lexing.go('escape')
      }),
      runRule(/./, (match, lexing) => {
        lexing.add('sc', match[0])
        lexing.replace('character_end')
      }),
    ],
    character_end: [rule(/'/, 'sc', 'pop'), rule(/./, 'err', 'pop')],
    quasiquotation: [rule(/\|\]/, 'o', 'pop'), rule(/[^|]+/, ''), rule(/\|/, '')],
    string: [rule(/"/, 's', 'pop'), rule(/\\/, 'se', 'escape'), rule(/[^\\"]+/, 's')],
    escape: [
      rule(/[abfnrtv"'&\\]/, 'se', 'pop'),
      rule(/\^[\][A-Z@^_]/, 'se', 'pop'),
      rule(new RegExp(control), 'se', 'pop'),
      rule(/o[0-7]+/i, 'se', 'pop'),
      rule(/x[\da-f]+/i, 'se', 'pop'),
      rule(/\d+/, 'se', 'pop'),
      rule(/\s+\\/, 'se', 'pop'),
    ],
  },
}
