import { type Language, groupRule, rule } from './regex-lexer.ts'

/** JSON, as Rouge 3.30 reads it (lexers/json.rb). */
export const json: Language = {
  start: ['root'],
  states: {
    whitespace: [rule(/\s+/, 'w')],
    root: [
      'whitespace',
      rule(/\{/, 'p', 'object'),
      rule(/\[/, 'p', 'array'),
      'name',
      'value',
      rule(/[\]}]/, 'p'),
    ],
    object: ['whitespace', 'name', 'value', rule(/\}/, 'p', 'pop'), rule(/,/, 'p')],
    name: [groupRule(/("(?:\\.|[^"\\\n])*?")(\s*)(:)/, ['nl', 'w', 'p'])],
    value: [
      'whitespace',
      'constants',
      rule(/"/, 's2', 'string'),
      rule(/\[/, 'p', 'array'),
      rule(/\{/, 'p', 'object'),
    ],
    string: [rule(/[^\\"]+/, 's2'), rule(/\\./, 'se'), rule(/"/, 's2', 'pop')],
    array: ['value', rule(/\]/, 'p', 'pop'), rule(/,/, 'p')],
    constants: [
      rule(/(?:true|false|null)/, 'kc'),
      rule(/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'),
      rule(/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'),
    ],
  },
}
