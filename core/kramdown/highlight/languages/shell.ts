import { type Grammar, include, rule, words } from '../lexer.ts'

const keywords = words(
  'if fi else while do done for then return function select continue until esac elif in',
  '\\s*\\b',
)
const builtins = words(
  `alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export
  false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt
  source suspend test time times trap true type typeset ulimit umask unalias unset wait cat tac nl od base32 base64
  fmt pr fold head tail split csplit wc sum cksum md5sum sha1sum sha256sum sha512sum sort shuf uniq comm tsort cut
  paste join tr expand unexpand ls dir cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink
  chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee basename dirname pathchk mktemp realpath
  stty printenv tty id logname whoami groups users who date arch nproc uname hostname hostid uptime chroot env nice
  nohup stdbuf timeout kill sleep factor numfmt seq tar grep sudo awk sed gzip gunzip`,
  '\\s*\\b(?![.-])',
)

export const shell: Grammar = {
  states: {
    root: [include('basic'), include('data')],
    basic: [
      rule(/#[^\n]*/, 'c'),
      rule(new RegExp(`\\b${keywords}`), 'k'),
      rule(/\bcase\b/, 'k', 'case'),
      rule(new RegExp(`\\b${builtins}`), 'nb'),
      rule(/[.](?=\s)/, 'nb'),
      rule(/(\b\w+)(=)/, ['nv', 'o']),
      rule(/[[\]{}()!=>]/, 'o'),
      rule(/&&|\|\|/, 'o'),
      rule(/<<</, 'o'),
      rule(
        /(<<-?)(\s*)(['"]?\\?)(\w+)(['"]?)([^\n]*\n(?:(?!\s*\4\s*(?:\n|$))[^\n]*(?:\n|$))*?)(\s*\4\s*(?:\n|$))/,
        ['o', '', 'sh', 'no', 'sh', 'sh', 'no'],
      ),
    ],
    data: [
      rule(/\s+/, ''),
      rule(/\\./, 'se'),
      rule(/\$?"/, 's2', 'double'),
      rule(/\$'/, 's1', 'ansi'),
      rule(/'/, 's1', 'single'),
      rule(/\*/, 'k'),
      rule(/;/, 'p'),
      rule(/--?[\w-]+/, 'nt'),
      rule(/[^=*\s{}()$"'`;\\<]+/, ''),
      rule(/\d+(?= |$)/, 'm'),
      rule(/</, ''),
      include('interpolation'),
    ],
    interpolation: [
      rule(/\\(?=\n|$)|\\./, 'se'),
      rule(/\$\(\(/, 'k', 'math'),
      rule(/\$\(/, 'si', 'command'),
      rule(/\$\{#?/, 'k', 'curly'),
      rule(/`/, 'sb', 'backticks'),
      rule(/\$#?(?:\w+|.)/, 'nv'),
    ],
    double: [rule(/(?:\$#?)?"/, 's2', 'pop'), include('interpolation'), rule(/[^"`\\$]+/, 's2')],
    single: [rule(/'/, 's1', 'pop'), rule(/[^']+/, 's1')],
    ansi: [rule(/\\./, 'se'), rule(/[^\\']+/, 's1'), rule(/'/, 's1', 'pop')],
    curly: [
      rule(/\}/, 'k', 'pop'),
      rule(/:-/, 'k'),
      rule(/\w+/, 'nv'),
      rule(/[^}:"`'$]+/, 'p'),
      include('root'),
    ],
    command: [rule(/\)/, 'si', 'pop'), rule(/\(/, 'o', 'parentheses'), include('root')],
    parentheses: [rule(/\(/, 'o', 'parentheses'), rule(/\)/, 'o', 'pop'), include('root')],
    math: [
      rule(/\)\)/, 'k', 'pop'),
      rule(/\*\*|\|\||[-+*/%^|&!]/, 'o'),
      rule(/\d+(?:#\w+)?/, 'm'),
      include('root'),
    ],
    case: [rule(/\besac\b/, 'k', 'pop'), rule(/\|/, 'p'), rule(/\)/, 'p', 'stanza'), include('root')],
    stanza: [rule(/;;/, 'p', 'pop'), include('root')],
    backticks: [rule(/`/, 'sb', 'pop'), include('root')],
  },
}
