import { type Language, groupRule, rule } from './regex-lexer.ts'

const command = /\\([a-z]+|\s+|.)/i

/** TeX, as Rouge 3.30 reads it (lexers/tex.rb). */
export const tex: Language = {
  start: ['root'],
  states: {
    general: [rule(/%.*$/, 'c'), rule(/[{}&_^]/, 'p')],
    root: [
      rule(/\\\[/, 'p', 'displaymath'),
      rule(/\\\(/, 'p', 'inlinemath'),
      rule(/\$\$/, 'p', 'displaymath'),
      rule(/\$/, 'p', 'inlinemath'),
      rule(/\\(begin|end)\{.*?\}/, 'nt'),
      groupRule(/(\\verb)\b(\S)(.*?)(\2)/, ['nb', 'kp', 'sx', 'kp']),
      rule(command, 'k', 'command'),
      'general',
      rule(/[^\\$%&_^{}]+/, ''),
    ],
    math: [
      rule(command, 'nv'),
      'general',
      rule(/[0-9]+/, 'm'),
      rule(/[-=!+*/()[\]]/, 'o'),
      rule(/[^=!+*/()[\]\\$%&_^{}0-9-]+/, 'nb'),
    ],
    inlinemath: [rule(/\\\)/, 'p', 'pop'), rule(/\$/, 'p', 'pop'), 'math'],
    displaymath: [rule(/\\\]/, 'p', 'pop'), rule(/\$\$/, 'p', 'pop'), rule(/\$/, 'nb'), 'math'],
    command: [rule(/\[.*?\]/, 'na'), rule(/\*/, 'k'), rule(/(?:)/, '', 'pop')],
  },
}
