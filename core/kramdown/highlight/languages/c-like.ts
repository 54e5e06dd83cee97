import { type Grammar, type Rule, rule } from '../lexer.ts'

/** What tells the languages apart that look like C. */
interface Words {
  readonly keywords: string
  readonly declarations?: string
  readonly types: string
  readonly constants?: string
  readonly builtins?: string
  readonly namespaces?: string
  /** Lines that begin with a hash are the preprocessor's. */
  readonly preprocessor?: boolean
  readonly strings?: readonly Rule[]
  /** Classes of punctuation, names behind a dot and names before parentheses. */
  readonly punctuation?: readonly Rule[]
  readonly names?: readonly Rule[]
}

const oneOf = (text: string): RegExp => new RegExp(`(?:${text.trim().split(/\s+/).join('|')})\\b`)

function createGrammar(words: Words): Grammar {
  const optional = (text: string | undefined, token: string): Rule[] =>
    text === undefined ? [] : [rule(oneOf(text), token)]
  return {
    states: {
      root: [
        rule(/\n/, ''),
        ...(words.preprocessor ? [rule(/(?<=^|\n)[ \t]*#(?:[^\n\\]|\\[^])*/, 'cp')] : []),
        rule(/[^\S\n]+/, ''),
        rule(/\/\/[^\n]*/, 'c1'),
        rule(/\/\*[^]*?(?:\*\/|$)/, 'cm'),
        rule(oneOf(words.keywords), 'k'),
        ...optional(words.declarations, 'kd'),
        ...optional(words.types, 'kt'),
        ...optional(words.constants, 'kc'),
        ...(words.namespaces === undefined
          ? []
          : [rule(new RegExp(`(${words.namespaces})(\\s+)([\\w.]+\\*?)`), ['kn', '', 'nn'])]),
        rule(/(class|interface|struct|enum)(\s+)([\p{L}_][\p{L}\p{Nd}_]*)/u, ['kd', '', 'nc']),
        ...optional(words.builtins, 'nb'),
        ...(words.strings ?? [rule(/"(?:\\[^]|[^"\\])*"?/, 's'), rule(/'(?:\\.[^']*|[^'\\])'/, 'sc')]),
        ...(words.names ?? []),
        rule(/\d+\.\d+(?:[eE][+-]?\d+)?[fFdD]?|\d+[eE][+-]?\d+|\d+[fF]\b/, 'mf'),
        rule(/0x[\da-f_]+[ulUL]*/i, 'mh'),
        rule(/0b[01_]+/i, 'mb'),
        rule(/\d[\d_]*[ulUL]*/, 'mi'),
        rule(/[\p{L}_$][\p{L}\p{Nd}_$]*/u, 'n'),
        ...(words.punctuation ?? [rule(/[~!%^&*+=|?:<>/-]/, 'o'), rule(/[()[\]{},.;]/, 'p')]),
        rule(/@\w+/, 'nd'),
      ],
    },
  }
}

export const java: Grammar = createGrammar({
  keywords:
    'assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while',
  declarations:
    'abstract const extends final implements native private protected public static strictfp super synchronized throws transient volatile',
  types: 'boolean byte char double float int long short var void',
  constants: 'true false null',
  namespaces: 'import|package',
  names: [
    rule(/(\.)([\p{L}_][\p{L}\p{Nd}_]*)/u, ['o', 'na']),
    rule(/[\p{Lu}][\p{Lu}\d_]*\b/u, 'no'),
    rule(/[\p{Lu}][\p{L}\p{Nd}]*\b/u, 'nc'),
    rule(/[\p{L}_][\p{L}\p{Nd}_]*(?=\s*\()/u, 'nf'),
  ],
  punctuation: [rule(/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o')],
})

const cKeywords =
  'auto break case const continue default do else extern for goto if register restricted return sizeof static struct switch typedef union volatile virtual while _Alignas _Noreturn _Static_assert'
const cTypes =
  'int long float short double char unsigned signed void _Bool bool size_t ssize_t off_t wchar_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t'
const cNames = [
  rule(/(?:NULL|true|false|nullptr)\b/, 'nb'),
  rule(/[A-Z][A-Z0-9_]+\b/, 'no'),
  rule(/[a-zA-Z_]\w*(?=\s*\()/, 'nf'),
]
const cStrings = [rule(/L?"(?:\\[^]|[^"\\\n])*"?/, 's'), rule(/L?'(?:\\.|[^'\\])*'/, 'sc')]

export const c: Grammar = createGrammar({
  keywords: cKeywords,
  types: cTypes,
  preprocessor: true,
  names: cNames,
  strings: cStrings,
})

export const cpp: Grammar = createGrammar({
  keywords: `${cKeywords} asm alignas alignof catch class concept constexpr const_cast delete dynamic_cast explicit export final friend inline mutable namespace new noexcept operator override private protected public reinterpret_cast requires static_cast template this throw try typeid typename using`,
  types: cTypes,
  preprocessor: true,
  names: cNames,
  strings: cStrings,
})

export const csharp: Grammar = createGrammar({
  keywords:
    'abstract as base break case catch checked const continue default delegate do else event explicit extern false finally fixed for foreach goto if implicit in internal is lock new null operator out override params private protected public readonly ref return sealed sizeof stackalloc static switch this throw true try typeof unchecked unsafe virtual void volatile while get set yield async await var where',
  types: 'bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort',
  namespaces: 'namespace|using',
  preprocessor: true,
  strings: [
    rule(/@"(?:""|[^"])*"/, 's'),
    rule(/\$?"(?:\\.|[^"\\\n])*"?/, 's'),
    rule(/'(?:\\.|[^'\\])'/, 'sc'),
  ],
  names: [rule(/[\p{L}_][\p{L}\p{Nd}_]*(?=\s*\()/u, 'nf')],
  punctuation: [rule(/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p')],
})

export const go: Grammar = createGrammar({
  keywords: 'break case continue default defer else fallthrough for go goto if range return select switch',
  declarations: 'const func interface map chan struct type var',
  types:
    'bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr',
  constants: 'true false nil iota',
  builtins: 'append cap close complex copy delete imag len make new panic print println real recover',
  namespaces: 'package',
  strings: [rule(/`[^`]*`?/, 's'), rule(/"(?:\\.|[^"\\\n])*"?/, 's'), rule(/'(?:\\[^']+|[^'\\])'/, 'sc')],
  names: [rule(/import\b/, 'k'), rule(/[\p{L}_][\p{L}\p{Nd}_]*(?=\()/u, 'n')],
})

export const rust: Grammar = createGrammar({
  keywords:
    'as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait type union unsafe use where while yield',
  types: 'bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize',
  constants: 'true false',
  builtins: 'Some None Ok Err Option Result String Vec Box Drop Fn FnMut FnOnce Clone Copy Send Sync Sized',
  strings: [
    rule(/b?"(?:\\[^]|[^"\\])*"?/, 's'),
    rule(/b?'(?:\\[^']+|[^'\\])'/, 'sc'),
    rule(/'[a-z_]\w*/, 'nl'),
  ],
  names: [rule(/[a-z_]\w*!/, 'nd'), rule(/[A-Z]\w*/, 'n'), rule(/[a-z_]\w*(?=\()/, 'nf')],
})
