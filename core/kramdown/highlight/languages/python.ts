import { type Grammar, rule } from '../lexer.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const keywords =
  set(`assert break continue del elif else except exec finally for global if lambda pass print raise return
  try while yield as with from import async await nonlocal`)
const builtins =
  set(`__import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod
  cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset
  getattr globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max
  memoryview min next object oct open ord pow property range raw_input reduce reload repr reversed round set setattr
  slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip
  ArithmeticError AssertionError AttributeError BaseException ConnectionError DeprecationWarning EOFError Exception
  FileExistsError FileNotFoundError GeneratorExit IOError ImportError IndentationError IndexError KeyError
  KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OSError OverflowError
  PermissionError RecursionError ReferenceError RuntimeError RuntimeWarning StandardError StopIteration SyntaxError
  SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
  UnicodeError UserWarning ValueError Warning ZeroDivisionError`)
const pseudo = set('self None Ellipsis NotImplemented False True')

const strings = (mark: string, state: string) => [
  rule(new RegExp(`[^"'\\\\]+`), 's'),
  rule(new RegExp(mark), 's', 'pop'),
  rule(/["']/, 's'),
  ...(state.startsWith('raw')
    ? [rule(/\\[^]/, 's')]
    : [
        rule(/\\(?:[\\abfnrtv"'\n]|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/, 'se'),
        rule(/\\[^]/, 's'),
      ]),
]

const quotes = { '"""': 'three', "'''": 'three single', '"': 'double', "'": 'single' }

export const python: Grammar = {
  states: {
    root: [
      rule(/\n+/, ''),
      rule(/(?<=\n|^)(:)(\s*)([ru]{0,2}"""[^]*?""")/i, ['p', '', 'sd']),
      rule(/[^\S\n]+/, ''),
      rule(/#[^\n]*\n?/, 'c1'),
      rule(/[[\]{}:(),;.]/, 'p'),
      rule(/\\\n?/, ''),
      rule(/(?:in|is|and|or|not)\b/, 'ow'),
      rule(/(?:<<|>>|\/\/|\*\*)=?/, 'o'),
      rule(/[-~+/*%=<>&^|@]=?|!=/, 'o'),
      rule(/(from)((?:\\\s|\s)+)([\p{L}_.][\p{L}\p{Nd}_.]*)((?:\\\s|\s)+)(import)/u, [
        'kn',
        '',
        'nn',
        '',
        'kn',
      ]),
      rule(/(import)(\s+)([\p{L}_.][\p{L}\p{Nd}_.]*)/u, ['kn', '', 'nn']),
      rule(/(def)((?:\s|\\\s)+)/, ['k', ''], 'function name'),
      rule(/(class)((?:\s|\\\s)+)/, ['k', ''], 'class name'),
      rule(/`.*?`/, 'sb'),
      ...Object.entries(quotes).flatMap(([mark, state]) => [
        rule(new RegExp(`([bu]?r[bu]?)(${mark})`, 'i'), ['sa', 's'], `raw ${state}`),
        rule(new RegExp(`([fbu]{0,2})(${mark})`, 'i'), ['sa', 's'], state),
      ]),
      rule(/@[\p{L}_.][\p{L}\p{Nd}_.]*/u, 'nd'),
      rule(/(?<!\.)[\p{L}_][\p{L}\p{Nd}_]*/u, ([word]) => {
        if (keywords.has(word!)) return 'k'
        if (builtins.has(word!)) return 'nb'
        return pseudo.has(word!) ? 'bp' : 'n'
      }),
      rule(/[\p{L}_][\p{L}\p{Nd}_]*/u, 'n'),
      rule(
        /(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:e[+-]?\d+)?j?|\d(?:_?\d)*(?:\.(?:e[+-]?\d+)?|e[+-]?\d+)j?|\d(?:_?\d)*j/i,
        'mf',
      ),
      rule(/0b(?:_?[01])+/i, 'mb'),
      rule(/0o(?:_?[0-7])+/i, 'mo'),
      rule(/0x(?:_?[a-f0-9])+/i, 'mh'),
      rule(/\d+L/, 'il'),
      rule(/[1-9](?:_?\d)*|0(?:_?0)*/, 'mi'),
    ],
    'function name': [rule(/[\p{L}_][\p{L}\p{Nd}_]*/u, 'nf', 'pop'), rule(/(?:)/, '', 'pop')],
    'class name': [rule(/[\p{L}_][\p{L}\p{Nd}_]*/u, 'nc', 'pop'), rule(/(?:)/, '', 'pop')],
    ...Object.fromEntries(
      Object.entries(quotes).flatMap(([mark, state]) => [
        [state, strings(mark, state)],
        [`raw ${state}`, strings(mark, `raw ${state}`)],
      ]),
    ),
  },
}
