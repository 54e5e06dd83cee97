import { quotedText } from './quoted-text.ts'
import { type Language, type Lexing, type Rule, type State, groupRule, rule, runRule } from './regex-lexer.ts'

const keywords =
  'BEGIN|END|alias|begin|break|case|defined\\?|do|else|elsif|end|ensure|for|if|in|next|redo|rescue|raise|retry|return|' +
  'super|then|undef|unless|until|when|while|yield'
const pseudoKeywords =
  'loop|include|extend|raise|alias_method|attr|catch|throw|private|module_function|public|protected|true|false|nil|' +
  '__FILE__|__LINE__'
const builtins =
  'attr_reader|attr_writer|attr_accessor|__id__|__send__|abort|ancestors|at_exit|autoload|binding|callcc|caller|catch|' +
  'chomp|chop|class_eval|class_variables|clone|const_defined\\?|const_get|const_missing|const_set|constants|display|dup|' +
  'eval|exec|exit|extend|fail|fork|format|freeze|getc|gets|global_variables|gsub|hash|id|included_modules|inspect|' +
  'instance_eval|instance_method|instance_methods|instance_variable_get|instance_variable_set|instance_variables|lambda|' +
  'load|local_variables|loop|method|method_missing|methods|module_eval|name|object_id|open|p|print|printf|' +
  'private_class_method|private_instance_methods|private_methods|proc|protected_instance_methods|protected_methods|' +
  'public_class_method|public_instance_methods|public_methods|putc|puts|raise|rand|readline|readlines|require|' +
  'require_relative|scan|select|self|send|set_trace_func|singleton_methods|sleep|split|sprintf|srand|sub|syscall|system|' +
  'taint|test|throw|to_a|to_s|trace_var|trap|untaint|untrace_var|warn'
const questions =
  'autoload|block_given|const_defined|eql|equal|frozen|include|instance_of|is_a|iterator|kind_of|method_defined|nil|' +
  'private_method_defined|protected_method_defined|public_method_defined|respond_to|tainted'

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' }

function escape(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/#-]/, String.raw`\$&`)
}

/** `%w[…]`, `%r{…}`: a text between delimiters of the writer's choice, which may nest. */
function sigilString(match: RegExpExecArray, lexing: Lexing): void {
  const [text, kind = '', delimiter = ''] = match
  const type = kind === 'r' ? 'sr' : 'sx'
  if (kind === 'r') lexing.go('regex_flags')
  lexing.add(type, text)
  const [open, close] = [escape(delimiter), escape(closing[delimiter] ?? delimiter)]
  const delimiters = open === close ? open : open + close
  const state: (Rule | string)[] = [rule(new RegExp(String.raw`\\[#${delimiters}\\]`), 'se')]
  if (open !== close)
    state.push(
      runRule(new RegExp(open), (inner, run) => {
        run.add(type, inner[0])
        run.go(state)
      }),
    )
  state.push(rule(new RegExp(close), type, 'pop'))
  if (/[rQWxI]/.test(kind)) state.push('string_intp_escaped', rule(/#/, type))
  else state.push(rule(/[\\#]/, type))
  state.push(rule(new RegExp(String.raw`[^#${delimiters}\\]+`), type))
  lexing.go(state)
}

function heredoc(match: RegExpExecArray, lexing: Lexing, name: string, shown: string): void {
  const [, operator = ''] = match
  lexing.add('o', operator)
  lexing.add('no', shown)
  lexing.heredocs.push({ mayBeIndented: operator !== '<<', name })
  if (lexing.state !== 'heredoc_queue') lexing.go('heredoc_queue')
}

function testHeredoc(match: RegExpExecArray, lexing: Lexing): void {
  const [expected] = lexing.heredocs
  const line = expected?.mayBeIndented ? match[0].trim() : match[0].trimEnd()
  if (line === expected?.name) {
    lexing.heredocs.shift()
    if (lexing.heredocs.length === 0) lexing.go('pop')
    lexing.add('no', match[0])
  } else {
    lexing.add('sh', match[0])
  }
  lexing.go('pop')
}

const pop = runRule(/(?:)/, (_, lexing) => lexing.go('pop'))

const replaceBy = (pattern: RegExp, type: string, next: State): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add(type, match[0])
    lexing.replace(next)
  })

const pushBoth = (pattern: RegExp, type: string, ...states: readonly string[]): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add(type, match[0])
    for (const state of states) lexing.go(state)
  })

/** A quoted text with insertions: `"…"`, `:"…"`, `` `…` ``. */
const quoted = (type: string, end: string): (Rule | string)[] => [
  'string_intp_escaped',
  rule(new RegExp(String.raw`[^\\${end}#]+`), type),
  rule(/[\\#]/, type),
  rule(new RegExp(end), type, 'pop'),
]

const decimal = String.raw`\d+(?:_\d+)*`
const exponent = String.raw`[eE][+-]?\d+`

/** Ruby, as Rouge 3.30 reads it (lexers/ruby.rb). */
export const ruby: Language = {
  start: ['root', 'expr_start'],
  states: {
    symbols: [
      rule(/:@{0,2}[a-z_]\w*[!?]?/i, 'ss'),
      rule(/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/, 'ss'),
      rule(new RegExp(`:${quotedText("'", { hides: 'quote', mayBreak: true }).source}`), 'ss'),
      rule(/:"/, 'ss', 'simple_sym'),
    ],
    sigil_strings: [runRule(/%([rqswQWxiI])?([^\w\s])/, sigilString)],
    strings: [
      'symbols',
      rule(/\b[a-z_]\w*?[?!]?:\s+/, 'ss', 'expr_start'),
      rule(quotedText("'", { hides: 'quote', mayBreak: true }), 's1'),
      rule(/"/, 's2', 'simple_string'),
      rule(/(?<!\.)`/, 'sb', 'simple_backtick'),
    ],
    regex_flags: [rule(/[mixounse]*/, 'sr', 'pop')],
    simple_string: quoted('s2', '"'),
    simple_sym: quoted('ss', '"'),
    simple_backtick: quoted('sb', '`'),
    whitespace: [
      'inline_whitespace',
      rule(/\n\s*/, '', 'expr_start'),
      rule(/#.*$/, 'c1'),
      rule(/=begin\b.*?\n=end\b/s, 'cm'),
    ],
    inline_whitespace: [rule(/[ \t\r]+/, '')],
    root: [
      'whitespace',
      rule(/__END__/, 'cp', 'end_part'),
      rule(/0_?[0-7]+(?:_[0-7]+)*/, 'mo'),
      rule(/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'),
      rule(/0b[01]+(?:_[01]+)*/, 'mb'),
      rule(new RegExp(String.raw`${decimal}(?:\.${decimal}(?:${exponent})?|${exponent})`), 'mf'),
      rule(new RegExp(decimal), 'mi'),
      rule(/@@[a-z_]\w*/i, 'vc'),
      rule(/@[a-z_]\w*/i, 'vi'),
      rule(/\$\w+/, 'vg'),
      rule(/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'),
      rule(/\$-[0adFiIlpvw]/, 'vg'),
      rule(/::/, 'o'),
      'strings',
      rule(new RegExp(String.raw`(?:${keywords})(?=\W|$)`), 'k', 'expr_start'),
      rule(new RegExp(String.raw`(?:${pseudoKeywords})\b`), 'kp', 'expr_start'),
      groupRule(/(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(::[a-zA-Z_][a-zA-Z0-9_]*)*)/, ['k', '', 'nn']),
      groupRule(/(def\b)(\s*)/, ['k', ''], 'funcname'),
      groupRule(/(class\b)(\s*)/, ['k', ''], 'classname'),
      rule(new RegExp(`(?:${questions})[?]`), 'nb', 'expr_start'),
      rule(/(?:chomp|chop|exit|gsub|sub)!/, 'nb', 'expr_start'),
      rule(new RegExp(String.raw`(?<!\.)(?:${builtins})\b`), 'nb', 'method_call'),
      'has_heredocs',
      rule(/\.{2,3}/, 'o', 'expr_start'),
      rule(/[A-Z][a-zA-Z0-9_]*/, 'no', 'method_call'),
      groupRule(/(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/[<>=])/, ['p', '', 'nf'], 'method_call'),
      rule(/[a-zA-Z_]\w*[?!]/, 'n', 'expr_start'),
      rule(/[a-zA-Z_]\w*/, 'n', 'method_call'),
      rule(/\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\./, 'o', 'expr_start'),
      rule(/[-+/*%=<>&!^|~]=?/, 'o', 'expr_start'),
      pushBoth(/[?]/, 'p', 'ternary', 'expr_start'),
      rule(/[[({,:\\;/]/, 'p', 'expr_start'),
      rule(/[\])}]/, 'p'),
    ],
    has_heredocs: [
      runRule(/(?<!\w)(<<[-~]?)(["`']?)([a-zA-Z_]\w*)(\2)/, (match, lexing) =>
        heredoc(match, lexing, match[3]!, `${match[2]}${match[3]}${match[4]}`),
      ),
      runRule(/(<<[-~]?)(["'])(\2)/, (match, lexing) => heredoc(match, lexing, '', `${match[2]}${match[3]}`)),
    ],
    heredoc_queue: [runRule(/(?=\n)/, (_, lexing) => lexing.replace('resolve_heredocs')), 'root'],
    resolve_heredocs: [
      'string_intp_escaped',
      rule(/\n/, 'sh', 'test_heredoc'),
      rule(/[#\\\n]/, 'sh'),
      rule(/[^#\\\n]+/, 'sh'),
    ],
    test_heredoc: [runRule(/[^#\\\n]*$/, testHeredoc), pop],
    funcname: [
      rule(/\s+/, ''),
      rule(/\(/, 'p', 'defexpr'),
      groupRule(
        /(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<?|>>?|<=?>|>=|===?)/,
        ['nc', 'o', 'nf'],
        'pop',
      ),
      pop,
    ],
    classname: [
      rule(/\s+/, ''),
      rule(/\w+(::\w+)+/, 'nc'),
      pushBoth(/\(/, 'p', 'defexpr', 'expr_start'),
      replaceBy(/<</, 'o', 'expr_start'),
      rule(/[A-Z_]\w*/, 'nc', 'pop'),
      pop,
    ],
    ternary: [
      runRule(/(:)(\s+)/, (match, lexing) => {
        lexing.add('p', match[1]!)
        lexing.add('', match[2]!)
        lexing.replace('expr_start')
      }),
      replaceBy(/:(?![^#\n]*?[:\\])/, 'p', 'expr_start'),
      'root',
    ],
    defexpr: [
      groupRule(/(\))(\.|::)?/, ['p', 'o'], 'pop'),
      pushBoth(/\(/, 'p', 'defexpr', 'expr_start'),
      'root',
    ],
    in_interp: [rule(/\}/, 'si', 'pop'), 'root'],
    string_intp: [rule(/[#][{]/, 'si', 'in_interp'), rule(/#(@@?|\$)[a-z_]\w*/i, 'si')],
    string_intp_escaped: [
      'string_intp',
      rule(/\\([\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'),
      rule(/\\./, 'se'),
    ],
    method_call: [
      replaceBy(/\/|%/, 'o', 'expr_start'),
      runRule(/(?=\n)/, (_, lexing) => lexing.go('pop')),
      runRule(/(?:)/, (_, lexing) => lexing.replace('method_call_spaced')),
    ],
    method_call_spaced: [
      'whitespace',
      replaceBy(/[%/]=/, 'o', 'expr_start'),
      replaceBy(/(\/)(?=\S|\s*\/)/, 'sr', 'slash_regex'),
      'sigil_strings',
      runRule(/(?=\s*\/)/, (_, lexing) => lexing.go('pop')),
      replaceBy(/\s+/, '', 'expr_start'),
      pop,
    ],
    expr_start: [
      'inline_whitespace',
      replaceBy(/\//, 'sr', 'slash_regex'),
      rule(/[?](\\[MC]-)*(\\([\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)/, 'sc', 'pop'),
      groupRule(/(\s*)(%[rqswQWxiI]? \S* )/, ['', 'sx'], 'pop'),
      'sigil_strings',
      pop,
    ],
    slash_regex: [
      'string_intp',
      rule(/\\\\/, 'sr'),
      rule(/\\\//, 'sr'),
      rule(/[\\#]/, 'sr'),
      rule(/[^\\/#]+/, 'sr'),
      replaceBy(/\//, 'sr', 'regex_flags'),
    ],
    end_part: [rule(/.+/s, 'cp', 'pop')],
  },
}
