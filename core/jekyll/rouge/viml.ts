import { quotedText } from './quoted-text.ts'
import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'
import { commands, names } from './viml-words.ts'

/** Vim's script language, as Rouge 3.30 reads it (lexers/viml.rb). */
export const viml: Language = {
  start: ['root'],
  states: {
    root: [
      groupRule(/^(\s*)(".*?)$/, ['', 'c']),
      rule(/^\s*\\/, 'se'),
      rule(/[ \t]+/, ''),
      rule(quotedText('/', { hides: 'quote', mayBreak: false }), 'sr'),
      rule(quotedText('"', { hides: 'quote', mayBreak: false }), 's2'),
      rule(quotedText("'", { hides: 'quote', mayBreak: false }), 's1'),
      rule(/-?\d+/, 'm'),
      rule(/#[0-9a-f]{6}/i, 'mh'),
      rule(/^:/, 'p'),
      rule(/[():<>+=![\]{}|,~.-]/, 'p'),
      rule(/\b(let|if|else|endif|elseif|fun|function|endfunction)\b/, 'k'),
      rule(/\b(NONE|bold|italic|underline|dark|light)\b/, 'nb'),
      rule(/[absg]:\w+\b/, 'nv'),
      runRule(/\b\w+\b/, (match, lexing) =>
        lexing.add(commands.has(match[0]) ? 'k' : names.has(match[0]) ? 'nb' : '', match[0]),
      ),
      rule(/./s, ''),
    ],
  },
}
