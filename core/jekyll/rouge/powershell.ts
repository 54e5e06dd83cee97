import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'

const attributes = new Set(
  'ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess'.split(
    ' ',
  ),
)
/** In this order: the first that fits is taken. */
const automatic = (
  '$ ? ^ _ args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach HOME ' +
  'Host input IsCoreCLR IsLinux IsMacOS IsWindows LastExitCode Matches MyInvocation NestedPromptLevel null ' +
  'PID PROFILE PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext PSHOME PSItem PSScriptRoot ' +
  'PSSenderInfo PSUICulture PSVersionTable PWD REPORTERRORSHOWEXCEPTIONCLASS REPORTERRORSHOWINNEREXCEPTION ' +
  'REPORTERRORSHOWSOURCE REPORTERRORSHOWSTACKTRACE SENDER ShellId StackTrace switch this true'
).split(' ')
const keywords = (
  'assembly exit process base filter public begin finally return break for sequence catch foreach static ' +
  'class from switch command function throw configuration hidden trap continue if try data in type define ' +
  'inlinescript until do interface using dynamicparam module var else namespace while elseif parallel ' +
  'workflow end param enum private'
).replaceAll(' ', '|')
const operators = (
  'split isplit csplit join is isnot as eq ieq ceq ne ine cne gt igt cgt ge ige cge lt ilt clt le ile cle ' +
  'like ilike clike notlike inotlike cnotlike match imatch cmatch notmatch inotmatch cnotmatch contains ' +
  'icontains ccontains notcontains inotcontains cnotcontains replace ireplace creplace shl shr band bor ' +
  'bxor and or xor not'
).replaceAll(' ', '|')
const helpKeywords =
  'synopsis|description|parameter|example|inputs|outputs|notes|link|component|role|functionality|forwardhelptargetname|forwardhelpcategory|remotehelprunspace|externalhelp'

const variables = automatic.map(name => (/^\w/.test(name) ? name : `\\${name}`)).join('|')

/** PowerShell, as Rouge 3.30 reads it (lexers/powershell.rb). */
export const powershell: Language = {
  start: ['root'],
  states: {
    variable: [
      rule(new RegExp(String.raw`\$(?:${variables})`), 'bp'),
      groupRule(/(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})/, ['nv', 'nn', 'p', 'nv']),
      rule(/\$\w+/, 'nv'),
      rule(/\$\{(?:[^`]|`.)+?\}/, 'nv'),
    ],
    multiline: [
      rule(new RegExp(String.raw`\.(?:${helpKeywords})`, 'i'), 'cs'),
      rule(/#>/, 'cm', 'pop'),
      rule(/[^#.]+?/, 'cm'),
      rule(/[#.]+/, 'cm'),
    ],
    interpol: [rule(/\)/, 'si', 'pop'), 'root'],
    dq: [
      rule(/(?:\$#?)?"/, 's2', 'pop'),
      rule(/\$\(/, 'si', 'interpol'),
      rule(/`$/, 'se'),
      rule(/`./, 'se'),
      rule(/[^"`$]+/, 's2'),
      'variable',
    ],
    sq: [rule(/'/, 's1', 'pop'), rule(/[^']+/, 's1')],
    heredoc: [
      rule(/(?:\$#?)?"@/, 'sh', 'pop'),
      rule(/\$\(/, 'si', 'interpol'),
      rule(/`$/, 'se'),
      rule(/`./, 'se'),
      rule(/[^"`$]+?/, 'sh'),
      rule(/"+/, 'sh'),
      'variable',
    ],
    class: [rule(/\{/, 'p', 'pop'), rule(/\s+/, 'w'), rule(/\w+/, 'nc'), rule(/[:,]/, 'p')],
    expr: [
      'comments',
      rule(/"/, 's2', 'dq'),
      rule(/'/, 's1', 'sq'),
      rule(/@"/, 'sh', 'heredoc'),
      rule(/@'.*?'@/s, 'sh'),
      rule(/\d*\.\d+/, 'mf'),
      rule(/\d+/, 'mi'),
      rule(/@\{/, 'p', 'hasht'),
      rule(/@\(/, 'p', 'array'),
      rule(/\{/, 'p', 'brace'),
      rule(/\[/, 'p', 'bracket'),
    ],
    hasht: [
      rule(/\}/, 'p', 'pop'),
      rule(/[=]/, 'o'),
      rule(/[,;]/, 'p'),
      'expr',
      rule(/\w+/, 'nx'),
      'variable',
    ],
    array: [rule(/\s+/, 'w'), rule(/\)/, 'p', 'pop'), rule(/[,;]/, 'p'), 'expr', 'variable'],
    brace: [rule(/\}/, 'p', 'pop'), 'root'],
    bracket: [
      rule(/\]/, 'p', 'pop'),
      rule(/[A-Za-z]\w+\./, 'n'),
      runRule(/[A-Za-z]\w+/, (match, lexing) => lexing.add(attributes.has(match[0]) ? 'bp' : 'n', match[0])),
      'root',
    ],
    parameters: [
      rule(/`./s, 'se'),
      rule(/\s*?\n/, 'w', 'pop'),
      rule(/[;(){}\]]/, 'p', 'pop'),
      rule(/[|=]/, 'o', 'pop'),
      rule(/[/\\~\w][-.:/\\~\w]*/, 'nx'),
      rule(/\w[-\w]+/, 'nx'),
      'root',
    ],
    comments: [rule(/\s+/, 'w'), rule(/#.*/, 'c'), rule(/<#/, 'cm', 'multiline')],
    root: [
      'comments',
      rule(/#requires\s-version \d(?:\.\d+)?/, 'cp'),
      rule(/\.\.(?=\.?\d)/, 'o'),
      rule(new RegExp(String.raw`(?:-(?:${operators})|[-+*/%]=)\b`, 'i'), 'o'),
      groupRule(/(class)(\s+)(\w+)/i, ['kr', 'w', 'nc'], 'class'),
      groupRule(/(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i, ['kr', 'w', 'nn', 'p', 'nf']),
      rule(new RegExp(String.raw`(?:${keywords})\b(?![-.])`, 'i'), 'kr'),
      rule(/-{1,2}\w+/, 'nt'),
      groupRule(/(\.)?([-\w]+)(\[)/, ['o', 'n', 'p'], 'bracket'),
      groupRule(/([/\\~a-z][-.:/\\~\w]*)(\n)?/i, ['n', 'w'], 'parameters'),
      runRule(/(\.)([-\w]+)(?:(\()|(\n))?/, (match, lexing) => {
        for (const [index, type] of ['o', 'nf', 'p', 'w'].entries()) lexing.add(type, match[index + 1] ?? '')
        if (match[3] !== undefined) lexing.go('parameters')
      }),
      rule(/\?/, 'nf', 'parameters'),
      'expr',
      'variable',
      rule(/[-+*/%=!.&|]/, 'o'),
      rule(/[{}(),:;]/, 'p'),
    ],
  },
}
