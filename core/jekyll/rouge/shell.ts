import { type Language, type Lexing, groupRule, rule, runRule } from './regex-lexer.ts'

const keywords = 'if|fi|else|while|do|done|for|then|return|function|select|continue|until|esac|elif|in'
const builtins = (
  'alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export ' +
  'false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt ' +
  'source suspend test time times trap true type typeset ulimit umask unalias unset wait cat tac nl od base32 base64 ' +
  'fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum sort ' +
  'shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir dircolors cp dd install mv rm shred link ln ' +
  'mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee ' +
  'basename dirname pathchk mktemp realpath pwd stty printenv tty id logname whoami groups users who date arch nproc ' +
  'uname hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout kill sleep factor numfmt seq tar ' +
  'grep sudo awk sed gzip gunzip'
).replaceAll(' ', '|')

function heredoc(match: RegExpExecArray, lexing: Lexing): void {
  for (const [index, type] of ['o', '', 'sh', 'sh', 'no', 'sh'].entries())
    lexing.add(type, match[index + 1] ?? '')
  lexing.heredocs.length = 0
  lexing.heredocs.push({ mayBeIndented: true, name: match[5]! })
  lexing.go('heredoc')
}

function heredocLine(match: RegExpExecArray, lexing: Lexing): void {
  const isEnd = match[1] === lexing.heredocs[0]?.name
  lexing.add(isEnd ? 'no' : 'sh', match[0])
  if (!isEnd) return
  lexing.go('pop')
  lexing.go('pop')
}

/** Shells, as Rouge 3.30 reads them (lexers/shell.rb). */
export const shell: Language = {
  start: ['root'],
  states: {
    basic: [
      rule(/#.*$/, 'c'),
      rule(new RegExp(String.raw`\b(${keywords})\s*\b`), 'k'),
      rule(/\bcase\b/, 'k', 'case'),
      rule(new RegExp(String.raw`\b(${builtins})\s*\b(?!(\.|-))`), 'nb'),
      rule(/[.](?=\s)/, 'nb'),
      groupRule(/(\b\w+)(=)/, ['nv', 'o']),
      rule(/[[\]{}()!=>]/, 'o'),
      rule(/&&|\|\|/, 'o'),
      rule(/<<</, 'o'),
      runRule(/(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/, heredoc),
    ],
    heredoc: [rule(/\n/, 'sh', 'heredoc_nl'), rule(/[^$\n\\]+/, 'sh'), 'interp', rule(/[$]/, 'sh')],
    heredoc_nl: [runRule(/\s*(\w+)\s*\n/, heredocLine), runRule(/(?:)/, (_, lexing) => lexing.go('pop'))],
    double_quotes: [rule(/(?:\$#?)?"/, 's2', 'pop'), 'interp', rule(/[^"`\\$]+/, 's2')],
    ansi_string: [rule(/\\./, 'se'), rule(/[^\\']+/, 's1'), 'single_quotes'],
    single_quotes: [rule(/'/, 's1', 'pop'), rule(/[^']+/, 's1')],
    data: [
      rule(/\s+/, ''),
      rule(/\\./, 'se'),
      rule(/\$?"/, 's2', 'double_quotes'),
      rule(/\$'/, 's1', 'ansi_string'),
      rule(/'/, 's1', 'single_quotes'),
      rule(/\*/, 'k'),
      rule(/;/, 'p'),
      rule(/--?[\w-]+/, 'nt'),
      rule(/[^=*\s{}()$"'`;\\<]+/, ''),
      rule(/\d+(?= |$(?![\s\S]))/, 'm'),
      rule(/</, ''),
      'interp',
    ],
    curly: [
      rule(/\}/, 'k', 'pop'),
      rule(/:-/, 'k'),
      rule(/[a-zA-Z0-9_]+/, 'nv'),
      rule(/[^}:"`'$]+/, 'p'),
      'root',
    ],
    paren_interp: [rule(/\)/, 'si', 'pop'), rule(/\(/, 'o', 'paren_inner'), 'root'],
    paren_inner: [rule(/\(/, 'o', 'paren_inner'), rule(/\)/, 'o', 'pop'), 'root'],
    math: [rule(/\)\)/, 'k', 'pop'), rule(/[-+*/%^|&!]|\*\*|\|\|/, 'o'), rule(/\d+(#\w+)?/, 'm'), 'root'],
    case: [rule(/\besac\b/, 'k', 'pop'), rule(/\|/, 'p'), rule(/\)/, 'p', 'case_stanza'), 'root'],
    case_stanza: [rule(/;;/, 'p', 'pop'), 'root'],
    backticks: [rule(/`/, 'sb', 'pop'), 'root'],
    interp: [
      rule(/\\$/, 'se'),
      rule(/\\./, 'se'),
      rule(/\$\(\(/, 'k', 'math'),
      rule(/\$\(/, 'si', 'paren_interp'),
      rule(/\$\{#?/, 'k', 'curly'),
      rule(/`/, 'sb', 'backticks'),
      rule(/\$#?(\w+|.)/, 'nv'),
      rule(/\$[*@]/, 'nv'),
    ],
    root: ['basic', 'data'],
  },
}
