import { type Language, type Lexing, groupRule, rule, runRule } from './regex-lexer.ts'

const identifier = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{N}_]*`
const dotted = String.raw`[\p{Alphabetic}_.][\p{Alphabetic}\p{N}_.]*`

const words = (type: string, list: string): (readonly [string, string])[] =>
  list.split(' ').map(word => [word, type] as const)

const classes = new Map([
  ...words('bp', 'self None Ellipsis NotImplemented False True'),
  ...words(
    'nb',
    '__import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce ' +
      'compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr ' +
      'globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview ' +
      'min next object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice ' +
      'sorted staticmethod str sum super tuple type unichr unicode vars xrange zip',
  ),
  ...words(
    'nb',
    'ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError ' +
      'BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
      'ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError ' +
      'FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError ' +
      'InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError ' +
      'NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning ' +
      'PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError ' +
      'RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit ' +
      'TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ' +
      'UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError',
  ),
  ...words(
    'k',
    'assert break continue del elif else except exec finally for global if lambda pass print raise return try while ' +
      'yield as with from import async await nonlocal',
  ),
])

function startString(match: RegExpExecArray, lexing: Lexing): void {
  const [, prefix = '', delimiter = ''] = match
  lexing.add('sa', prefix)
  lexing.add('s', delimiter)
  lexing.strings.push({ prefix: prefix.toLowerCase(), delimiter })
  lexing.go('generic_string')
}

function endString(match: RegExpExecArray, lexing: Lexing): void {
  lexing.add('s', match[0])
  if (lexing.strings.at(-1)?.delimiter !== match[0]) return
  lexing.strings.pop()
  lexing.go('pop')
}

function openBrace(match: RegExpExecArray, lexing: Lexing): void {
  const inserts = lexing.strings.at(-1)?.prefix.includes('f') ?? false
  lexing.add(inserts ? 'si' : 's', match[0])
  if (inserts) lexing.go('generic_interpol')
}

function escaped(match: RegExpExecArray, lexing: Lexing): void {
  lexing.add(lexing.strings.at(-1)?.prefix.includes('r') ? 's' : 'se', match[0])
  lexing.go('pop')
}

const digits = '[0-9](?:_?[0-9])*'
const exponent = `[eE][+-]?${digits}`

/** Python, as Rouge 3.30 reads it (lexers/python.rb). */
export const python: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/\n+/, ''),
      groupRule(/^(:)(\s*)([ru]{0,2}""".*?""")/is, ['p', '', 'sd']),
      rule(/[^\S\n]+/, ''),
      rule(/#(.*)?\n?/, 'c1'),
      rule(/[[\]{}:(),;.]/, 'p'),
      rule(/\\\n/, ''),
      rule(/\\/, ''),
      rule(/(in|is|and|or|not)\b/, 'ow'),
      rule(/(<<|>>|\/\/|\*\*)=?/, 'o'),
      rule(/[-~+/*%=<>&^|@]=?|!=/, 'o'),
      groupRule(new RegExp(String.raw`(from)((?:\\\s|\s)+)(${dotted})((?:\\\s|\s)+)(import)`, 'u'), [
        'kn',
        '',
        'nn',
        '',
        'kn',
      ]),
      groupRule(new RegExp(String.raw`(import)(\s+)(${dotted})`, 'u'), ['kn', '', 'nn']),
      groupRule(/(def)((?:\s|\\\s)+)/, ['k', ''], 'funcname'),
      groupRule(/(class)((?:\s|\\\s)+)/, ['k', ''], 'classname'),
      rule(/`.*?`/, 'sb'),
      runRule(/([rfbu]{0,2})('''|"""|['"])/i, startString),
      rule(new RegExp(`@${dotted}`, 'iu'), 'nd'),
      runRule(new RegExp(identifier, 'u'), (match, lexing) =>
        lexing.add(classes.get(match[0]) ?? 'n', match[0]),
      ),
      rule(new RegExp(String.raw`(?:(?:${digits})?\.${digits}|${digits}\.)(?:${exponent})?j?`, 'i'), 'mf'),
      rule(new RegExp(`${digits}${exponent}j?`, 'i'), 'mf'),
      rule(new RegExp(`${digits}j`, 'i'), 'mf'),
      rule(/0b(_?[0-1])+/i, 'mb'),
      rule(/0o(_?[0-7])+/i, 'mo'),
      rule(/0x(_?[a-f0-9])+/i, 'mh'),
      rule(/\d+L/, 'il'),
      rule(/([1-9](_?[0-9])*|0(_?0)*)/, 'mi'),
    ],
    funcname: [rule(new RegExp(identifier, 'u'), 'nf', 'pop')],
    classname: [rule(new RegExp(identifier, 'u'), 'nc', 'pop')],
    generic_string: [
      rule(/[^'"\\{]+/, 's'),
      rule(/\{\{/, 's'),
      runRule(/'''|"""|['"]/, endString),
      rule(/(?=\\)/, 's', 'generic_escape'),
      runRule(/\{/, openBrace),
    ],
    generic_escape: [
      runRule(
        /\\([\\abfnrtv"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        escaped,
      ),
      rule(/\\./, 's', 'pop'),
    ],
    generic_interpol: [
      runRule(/[^{}!:]+/, (match, lexing) => lexing.recurse(match[0])),
      rule(/![asr]/, 'si'),
      rule(/:/, 'si'),
      rule(/\{/, 'si', 'generic_interpol'),
      rule(/\}/, 'si', 'pop'),
    ],
  },
}
