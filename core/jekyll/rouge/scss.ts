import { properties } from './css-words.ts'
import { valueClass } from './css.ts'
import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'

const named = /[\w-]+/

/** SCSS, as Rouge 3.30 reads it (lexers/scss.rb, lexers/sass/common.rb). */
export const scss: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/\/\/.*?$/, 'c1'),
      rule(/\/[*].*?[*]\//s, 'cm'),
      rule(/@import\b/, 'k', 'value'),
      'content_common',
      rule(/(?=[^;{}][;}])/, '', 'attribute'),
      rule(/(?=[^;{}:[]+:[^a-z])/, '', 'attribute'),
      rule(/(?:)/, '', 'selector'),
    ],
    end_section: [
      rule(/\n/, ''),
      runRule(/[;{}]/, (match, lexing) => {
        lexing.add('p', match[0])
        lexing.reset()
      }),
    ],
    content_common: [
      rule(/@for\b/, 'k', 'for'),
      rule(/@(debug|warn|if|each|while|else|return|media)/, 'k', 'value'),
      groupRule(/(@mixin)(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'),
      groupRule(/(@function)(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'),
      rule(/@extend\b/, 'k', 'selector'),
      groupRule(/(@include)(\s+)([\w-]+)/, ['k', '', 'nd'], 'value'),
      rule(/@[\w-]+/, 'k', 'selector'),
      rule(/&/, 'k', 'selector'),
      groupRule(/([$][\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'),
    ],
    value: [
      'end_section',
      rule(/[ \t]+/, ''),
      rule(/[$][\w-]+/, 'nv'),
      rule(/url[(]/, 'sx', 'string_url'),
      rule(/[\w-]+(?=\s*[(])/, 'nf'),
      rule(/%[\w-]+/, 'nd'),
      rule(/(true|false)\b/, 'bp'),
      rule(/(and|or|not)\b/, 'ow'),
      rule(/#[a-z0-9]{1,6}/i, 'mh'),
      rule(/-?\d+(%|[a-z]+)?/, 'm'),
      rule(/-?\d*\.\d+(%|[a-z]+)?/, 'mi'),
      'has_strings',
      'has_interp',
      rule(/[~^*!&%<>|+=@:,./?-]+/, 'o'),
      rule(/[[\]()]+/, 'p'),
      rule(/\/[*]/, 'cm', 'inline_comment'),
      rule(/\/\/[^\n]*/, 'c1'),
      runRule(named, (match, lexing) => lexing.add(valueClass(match[0]) ?? 'n', match[0])),
    ],
    has_interp: [rule(/[#][{]/, 'si', 'interpolation')],
    has_strings: [rule(/"/, 's2', 'dq'), rule(/'/, 's1', 'sq')],
    interpolation: [rule(/\}/, 'si', 'pop'), 'value'],
    selector: [
      'end_section',
      'has_strings',
      'has_interp',
      rule(/[ \t]+/, ''),
      rule(/:/, 'nd', 'pseudo_class'),
      rule(/[.]/, 'nc', 'class'),
      rule(/#/, 'nn', 'id'),
      rule(/%/, 'nv', 'placeholder'),
      rule(named, 'nt'),
      rule(/&/, 'k'),
      rule(/[~^*!&[\]()<>|+=@:;,./?-]/, 'o'),
    ],
    dq: [rule(/"/, 's2', 'pop'), 'has_interp', rule(/(\\.|#(?![{])|[^\n"#])+/, 's2')],
    sq: [rule(/'/, 's1', 'pop'), 'has_interp', rule(/(\\.|#(?![{])|[^\n'#])+/, 's1')],
    string_url: [rule(/[)]/, 'sx', 'pop'), rule(/(\\.|#(?![{])|[^\n)#])+/, 'sx'), 'has_interp'],
    selector_piece: ['has_interp', rule(/(?:)/, '', 'pop')],
    pseudo_class: [rule(named, 'nd'), 'selector_piece'],
    class: [rule(named, 'nc'), 'selector_piece'],
    id: [rule(named, 'nn'), 'selector_piece'],
    placeholder: [rule(named, 'nv'), 'selector_piece'],
    for: [rule(/(from|to|through)/, 'ow'), 'value'],
    attribute: [
      'has_interp',
      runRule(named, (match, lexing) => lexing.add(properties.has(match[0]) ? 'nl' : 'na', match[0])),
      groupRule(/([ \t]*)(:)/, ['', 'p'], 'value'),
    ],
    inline_comment: [
      rule(/(\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/, 'cm'),
      'has_interp',
      rule(/[*]\//, 'cm', 'pop'),
    ],
  },
}
