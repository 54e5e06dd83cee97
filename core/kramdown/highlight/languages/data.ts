import { type Grammar, include, rule } from '../lexer.ts'

export const json: Grammar = {
  states: {
    space: [rule(/\s+/, 'w')],
    root: [
      include('space'),
      rule(/\{/, 'p', 'object'),
      rule(/\[/, 'p', 'array'),
      include('name'),
      include('value'),
      rule(/[\]}]/, 'p'),
    ],
    object: [include('space'), include('name'), include('value'), rule(/\}/, 'p', 'pop'), rule(/,/, 'p')],
    name: [rule(/("(?:\\.|[^"\\\n])*?")(\s*)(:)/, ['nl', 'w', 'p'])],
    value: [
      include('space'),
      rule(/true|false|null/, 'kc'),
      rule(/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'),
      rule(/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'),
      rule(/"/, 's2', 'string'),
      rule(/\[/, 'p', 'array'),
      rule(/\{/, 'p', 'object'),
    ],
    string: [rule(/[^\\"]+/, 's2'), rule(/\\./, 'se'), rule(/"/, 's2', 'pop')],
    array: [include('value'), rule(/\]/, 'p', 'pop'), rule(/,/, 'p')],
  },
}

export const diff: Grammar = {
  states: {
    root: [
      rule(/ [^\n]*\n?/, ''),
      rule(/---\n/, 'p'),
      rule(/[+>][^\n]*\n?/, 'gi'),
      rule(/[-<][^\n]*\n?/, 'gd'),
      rule(/![^\n]*\n?/, 'gs'),
      rule(/(?:[Ii]ndex|diff)[^\n]*\n?/, 'gh'),
      rule(/(@@[^@]*@@)([^\n]*\n)/, ['p', '']),
      rule(/\w[^\n]*\n?/, 'p'),
      rule(/=[^\n]*\n?/, 'gh'),
      rule(/\s[^\n]*\n?/, ''),
    ],
  },
}

export const yaml: Grammar = {
  states: {
    root: [
      rule(/#[^\n]*/, 'c1'),
      rule(/[ \t]+|\n+/, ''),
      rule(/(?:---|\.\.\.)(?=\s|$)/, 'nn'),
      rule(/(-)([ \t]+|(?=\n|$))/, ['pi', '']),
      rule(/("[^"\n]*"|'[^'\n]*'|[^\s#:,[\]{}"'&*!|>%@`-][^:#\n]*?)([ \t]*)(:)(?=\s|$)/, ['na', '', 'pi']),
      rule(/[&*][\w-]+/, 'nv'),
      rule(/!\S*/, 'kt'),
      rule(/[|>][-+0-9]*(?=[ \t]*\n)/, 'pi', 'block'),
      rule(/"(?:\\.|[^"\\])*"/, 's2'),
      rule(/'[^']*'/, 's1'),
      rule(/[[\]{},]/, 'pi'),
      rule(/(?:true|false|null|yes|no|on|off|~)(?=\s|$)/i, 'no'),
      rule(/\d{4}-\d\d-\d\d(?:[Tt ][\d:.]+\S*)?(?=\s|$)/, 's'),
      rule(/[+-]?\d+\.\d+(?=\s|$)/, 'm'),
      rule(/[+-]?\d+(?=\s|$)/, 'm'),
      rule(/[^\s,[\]{}#][^#\n,[\]{}]*/, 's'),
      rule(/./, 's'),
    ],
    block: [rule(/\n+[ \t]+[^\n]*/, 's'), rule(/(?:)/, '', 'pop')],
  },
}
