import { type Grammar, include, rule, words } from '../lexer.ts'

const keywords = words(
  `BEGIN END alias begin break case defined\\? do else elsif end ensure for if in next redo rescue raise retry return
  super then undef unless until when while yield`,
  '(?=\\W|$)',
)
const pseudoKeywords = words(
  `loop include extend raise alias_method attr catch throw private module_function public protected true false nil
  __FILE__ __LINE__`,
)
const builtins = words(
  `attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch
  chomp chop class_eval class_variables clone const_get const_missing const_set constants display dup eval exec exit
  extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect instance_eval
  instance_method instance_methods instance_variable_get instance_variable_set instance_variables lambda load
  local_variables loop method method_missing methods module_eval name object_id open p print printf proc putc puts
  raise rand readline readlines require require_relative scan select self send sleep split sprintf srand sub system
  test throw to_a to_s trap warn`,
)
const questions = words(
  `autoload block_given const_defined eql equal frozen include instance_of is_a kind_of method_defined nil respond_to`,
  '[?]',
)

const interpolated = [
  rule(/#\{/, 'si', 'interpolation'),
  rule(/#(?:@@?|\$)[a-z_]\w*/i, 'si'),
  rule(/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}|.)/, 'se'),
]

export const ruby: Grammar = {
  start: ['expression'],
  states: {
    blanks: [rule(/[ \t\r]+/, '')],
    space: [
      include('blanks'),
      rule(/\n\s*/, '', 'expression'),
      rule(/#[^\n]*/, 'c1'),
      rule(/=begin\b[^]*?\n=end\b/, 'cm'),
    ],
    strings: [
      rule(/:@{0,2}[a-z_]\w*[!?]?/i, 'ss'),
      rule(/:(?:\*\*|[-+]@|\[\]=?|<<|>>|<=>|<=|===?|[/%&|^`~])/, 'ss'),
      rule(/:'(?:\\\\|\\'|[^'])*'/, 'ss'),
      rule(/:"/, 'ss', 'symbol'),
      rule(/\b[a-z_]\w*?[?!]?:\s+/, 'ss', 'expression'),
      rule(/'(?:\\\\|\\'|[^'])*'/, 's1'),
      rule(/"/, 's2', 'string'),
      rule(/(?<!\.)`/, 'sb', 'backticks'),
    ],
    string: [...interpolated, rule(/[^\\"#]+/, 's2'), rule(/[\\#]/, 's2'), rule(/"/, 's2', 'pop')],
    symbol: [...interpolated, rule(/[^\\"#]+/, 'ss'), rule(/[\\#]/, 'ss'), rule(/"/, 'ss', 'pop')],
    backticks: [...interpolated, rule(/[^\\`#]+/, 'sb'), rule(/[\\#]/, 'sb'), rule(/`/, 'sb', 'pop')],
    interpolation: [rule(/\}/, 'si', 'pop'), include('root')],
    root: [
      include('space'),
      rule(/__END__[^]*/, 'cp'),
      rule(/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'),
      rule(/0b[01]+(?:_[01]+)*/, 'mb'),
      rule(/0_?[0-7]+(?:_[0-7]+)*/, 'mo'),
      rule(/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:e[+-]?\d+)?|e[+-]?\d+)/i, 'mf'),
      rule(/\d+(?:_\d+)*/, 'mi'),
      rule(/@@[a-z_]\w*/i, 'vc'),
      rule(/@[a-z_]\w*/i, 'vi'),
      rule(/\$(?:\w+|[!@&`'+~=/\\,;.<>_*$?:"]|-[0adFiIlpvw])/, 'vg'),
      rule(/::/, 'o'),
      include('strings'),
      rule(new RegExp(keywords), 'k', 'expression'),
      rule(new RegExp(pseudoKeywords), 'kp', 'expression'),
      rule(/(module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)/, ['k', '', 'nn']),
      rule(/(def\b)(\s*)/, ['k', ''], 'function name'),
      rule(/(class\b)(\s*)/, ['k', ''], 'class name'),
      rule(new RegExp(questions), 'nb', 'expression'),
      rule(/(?:chomp|chop|exit|gsub|sub)!/, 'nb', 'expression'),
      rule(new RegExp(`(?<!\\.)${builtins}`), 'nb', 'call'),
      rule(
        /(?<!\w)(<<[-~]?)(["'`]?[a-zA-Z_]\w*["'`]?)([^\n]*\n)((?:(?!\s*\b[A-Z_]+\b\s*\n)[^\n]*\n)*)(\s*[A-Z_]+(?=\n))/,
        ['o', 'no', '', 'sh', 'no'],
      ),
      rule(/\.{2,3}/, 'o', 'expression'),
      rule(/[A-Z]\w*/, 'no', 'call'),
      rule(/(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+\-/[<>=])/, ['p', '', 'nf'], 'call'),
      rule(/[a-zA-Z_]\w*[?!]/, 'n', 'expression'),
      rule(/[a-zA-Z_]\w*/, 'n', 'call'),
      rule(/\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\./, 'o', 'expression'),
      rule(/[-+/*%=<>&!^|~]=?/, 'o', 'expression'),
      rule(/[?]/, 'p', 'ternary', 'expression'),
      rule(/[[({,:\\;/]/, 'p', 'expression'),
      rule(/[\])}]/, 'p'),
    ],
    'function name': [
      rule(/\s+/, ''),
      rule(/\(/, 'p', 'parameters'),
      rule(
        /(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<=?>|<<?|>>?|>=|===?)/,
        ['nc', 'o', 'nf'],
        'pop',
      ),
      rule(/(?:)/, '', 'pop'),
    ],
    'class name': [
      rule(/\s+/, ''),
      rule(/\w+(?:::\w+)+/, 'nc'),
      rule(/\(/, 'p', 'parameters', 'expression'),
      rule(/<</, 'o', 'goto expression'),
      rule(/[A-Z_]\w*/, 'nc', 'pop'),
      rule(/(?:)/, '', 'pop'),
    ],
    parameters: [
      rule(/(\))(\.|::)?/, ['p', 'o'], 'pop'),
      rule(/\(/, 'p', 'parameters', 'expression'),
      include('root'),
    ],
    ternary: [
      rule(/(:)(\s+)/, ['p', ''], 'goto expression'),
      rule(/:(?![^#\n]*?[:\\])/, 'p', 'goto expression'),
      include('root'),
    ],
    call: [
      rule(/[/%]/, 'o', 'goto expression'),
      rule(/(?=\n)/, '', 'pop'),
      rule(/(?:)/, '', 'goto spaced call'),
    ],
    'spaced call': [
      include('space'),
      rule(/[%/]=/, 'o', 'goto expression'),
      rule(/\/(?=\S|\s*\/)/, 'sr', 'goto regex'),
      include('percent strings'),
      rule(/(?=\s*\/)/, '', 'pop'),
      rule(/\s+/, '', 'goto expression'),
      rule(/(?:)/, '', 'pop'),
    ],
    'percent strings': [
      rule(/%[rqswQWxiI]?(?:\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|<[^>]*>|([^\w\s{[(<])[^]*?\1)/, match =>
        match[0].startsWith('%r') ? 'sr' : 'sx',
      ),
    ],
    expression: [
      include('blanks'),
      rule(/\//, 'sr', 'goto regex'),
      rule(/[?](?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)/, 'sc', 'pop'),
      include('percent strings'),
      rule(/(?:)/, '', 'pop'),
    ],
    regex: [
      rule(/#\{/, 'si', 'interpolation'),
      rule(/\\\\|\\\/|[\\#]|[^\\/#]+/, 'sr'),
      rule(/\/[mixounse]*/, 'sr', 'pop'),
    ],
  },
}
