import { type Language, groupRule, rule } from './regex-lexer.ts'

/** INI files, as Rouge 3.30 reads them (lexers/ini.rb). */
export const ini: Language = {
  start: ['root'],
  states: {
    basic: [rule(/[;#].*?\n/, 'c'), rule(/\s+/, ''), rule(/\\\n/, 'se')],
    root: ['basic', groupRule(/([\w\-.]+)(\s*)(=)/, ['py', '', 'p'], 'value'), rule(/\[.*?\]/, 'nn')],
    value: [
      rule(/\n/, '', 'pop'),
      'basic',
      rule(/"/, 's', 'dq'),
      rule(/'.*?'/, 's'),
      'esc_str',
      rule(/[^\\\n]+/, 's'),
    ],
    dq: [rule(/"/, 's', 'pop'), 'esc_str', rule(/[^\\"]+/, 's')],
    esc_str: [rule(/\\./s, 'se')],
  },
}
