import { type Language, type States, groupRule, rule, runRule } from './regex-lexer.ts'

/** Words a language of the family of C colours in their own way. */
export interface Words {
  readonly keywords: readonly string[]
  readonly types: readonly string[]
  readonly reserved: readonly string[]
}

export const cWords: Words = {
  keywords: (
    'auto break case const continue default do else enum extern for goto if register restricted return sizeof static ' +
    'struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn ' +
    '_Static_assert _Thread_local'
  ).split(' '),
  types: (
    'int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t ' +
    'clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t _Bool _Complex int8_t ' +
    'int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t int_least64_t ' +
    'uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t ' +
    'uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t'
  ).split(' '),
  reserved: (
    '__asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try ' +
    '__leave inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread __thread ' +
    'typename _typename __typename'
  ).split(' '),
}

const id = '[a-zA-Z_][a-zA-Z0-9_]*'
const space = String.raw`(?:\s|//[^\n]*?\n|/[*][^\n]*?[*]/)+`

/** The states of C (Rouge 3.30, lexers/c.rb), for given words. */
export function cStates(words: Words): States {
  const classes = new Map([
    ...words.reserved.map(word => [word, 'kr'] as const),
    ...words.types.map(word => [word, 'kt'] as const),
    ...words.keywords.map(word => [word, 'k'] as const),
  ])
  return {
    expr_bol: [
      'inline_whitespace',
      rule(/#if\s0/, 'c', 'if_0'),
      rule(/#/, 'cp', 'macro'),
      runRule(/(?:)/, (_, lexing) => lexing.go('pop')),
    ],
    bol: [rule(new RegExp(`${id}:(?!:)`), 'nl'), 'expr_bol'],
    inline_whitespace: [rule(/[ \t\r]+/, ''), rule(/\\\n/, ''), rule(/\/(\\\n)?[*].*?[*](\\\n)?\//s, 'cm')],
    whitespace: [rule(/\n+/, '', 'bol'), rule(/\/\/(\\.|.)*?$/, 'c1', 'bol'), 'inline_whitespace'],
    expr_whitespace: [rule(/\n+/, '', 'expr_bol'), 'whitespace'],
    statements: [
      'whitespace',
      rule(/(u8|u|U|L)?"/, 's', 'string'),
      rule(/(u8|u|U|L)?'(\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'),
      rule(/(\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*/i, 'mf'),
      rule(/\d+e[+-]?\d+[lu]*/i, 'mf'),
      rule(/0x[0-9a-f]+[lu]*/i, 'mh'),
      rule(/0[0-7]+[lu]*/i, 'mo'),
      rule(/\d+[lu]*/i, 'mi'),
      rule(/\*\//, 'err'),
      rule(/[~!%^&*+=|?:<>/-]/, 'o'),
      rule(/[()[\],.;]/, 'p'),
      rule(/\bcase\b/, 'k', 'case'),
      rule(/(?:true|false|NULL)\b/, 'nb'),
      runRule(new RegExp(id), (match, lexing) => lexing.add(classes.get(match[0]) ?? 'n', match[0])),
    ],
    case: [rule(/:/, 'p', 'pop'), 'statements'],
    root: [
      'expr_whitespace',
      runRule(
        new RegExp(String.raw`([\w*\s]+?[\s*])(${id})(\s*\([^;]*?\))((?:${space})?)(\{|;)`),
        (match, lexing) => {
          const [, before = '', name = '', signature = '', between = '', end = ''] = match
          lexing.recurse(before)
          lexing.add('nf', name)
          lexing.recurse(signature)
          lexing.recurse(between)
          lexing.add('p', end)
          if (end === '{') lexing.go('function')
        },
      ),
      rule(/\{/, 'p', 'function'),
      'statements',
    ],
    function: [
      'whitespace',
      'statements',
      rule(/;/, 'p'),
      rule(/\{/, 'p', 'function'),
      rule(/\}/, 'p', 'pop'),
    ],
    string: [
      rule(/"/, 's', 'pop'),
      rule(/\\([\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'),
      rule(/[^\\"\n]+/, 's'),
      rule(/\\\n/, 's'),
      rule(/\\/, 's'),
    ],
    macro: [
      'include',
      rule(/[^/\n\\]+/, 'cp'),
      rule(/\\./s, 'cp'),
      'inline_whitespace',
      rule(/\//, 'cp'),
      rule(/\n/, 'cp', 'pop'),
    ],
    include: [
      groupRule(/(include)(\s*)(<[^>]+>)([^\n]*)/, ['cp', '', 'cpf', 'c1']),
      groupRule(/(include)(\s*)("[^"]+")([^\n]*)/, ['cp', '', 'cpf', 'c1']),
    ],
    if_0: [
      rule(/^\s*#if/, 'c', 'if_0'),
      rule(/^\s*#\s*el(?:se|if)/, 'c', 'pop'),
      rule(/^\s*#\s*endif\b.*?(?<!\\)\n/s, 'c', 'pop'),
      rule(/.*?\n/, 'c'),
    ],
  }
}

export const c: Language = { start: ['root', 'bol'], states: cStates(cWords) }
