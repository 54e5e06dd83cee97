import { quotedText } from './quoted-text.ts'
import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'

const id = String.raw`[\p{Alphabetic}_][\p{L}\p{M}\p{N}\p{Pc}]*`
const keywords =
  'assert|break|case|catch|continue|default|do|else|finally|for|if|goto|instanceof|new|return|switch|this|throw|try|while'
const declarations =
  'abstract|const|enum|extends|final|implements|native|private|protected|public|static|strictfp|super|synchronized|' +
  'throws|transient|volatile'
const types = 'boolean|byte|char|double|float|int|long|short|var|void'
const digits = '(?:[0-9]_+[0-9]|[0-9])+'

/** Java, as Rouge 3.30 reads it (lexers/java.rb). */
export const java: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/[^\S\n]+/, ''),
      rule(/\/\/.*?$/, 'c1'),
      rule(/\/\*.*?\*\//s, 'cm'),
      rule(new RegExp(String.raw`(?:${keywords})\b`), 'k'),
      runRule(
        /(\s*(?:[a-zA-Z_][a-zA-Z0-9_.[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()/,
        (match, lexing) => {
          const [, before = '', name = '', space = '', open = ''] = match
          lexing.recurse(before)
          lexing.add('nf', name)
          lexing.add('', space)
          lexing.add('o', open)
        },
      ),
      rule(new RegExp(`@${id}`, 'u'), 'nd'),
      rule(new RegExp(String.raw`(?:${declarations})\b`), 'kd'),
      rule(new RegExp(String.raw`(?:${types})\b`), 'kt'),
      rule(/(?:true|false|null)\b/, 'kc'),
      rule(/(?:class|interface)\b/, 'kd', 'class'),
      rule(/(?:import|package)\b/, 'kn', 'import'),
      rule(quotedText('"', { hides: 'quote', mayBreak: true }), 's'),
      rule(/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'),
      groupRule(new RegExp(String.raw`(\.)(${id})`, 'u'), ['o', 'na']),
      rule(new RegExp(`${id}:`, 'u'), 'nl'),
      rule(/\p{Lu}[\p{Lu}\p{Nd}_]*(?![\p{L}\p{M}\p{N}\p{Pc}])/u, 'no'),
      rule(/\p{Lu}[\p{Alphabetic}\p{N}]*(?![\p{L}\p{M}\p{N}\p{Pc}])/u, 'nc'),
      rule(new RegExp(String.raw`\$?${id}`, 'u'), 'n'),
      rule(/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'),
      rule(new RegExp(String.raw`${digits}\.${digits}([eE]${digits})?[fd]?`), 'mf'),
      rule(/0b(?:[01]_+[01]|[01])+/i, 'mb'),
      rule(/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'),
      rule(/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'),
      rule(new RegExp(`${digits}L?`), 'mi'),
      rule(/\n/, ''),
    ],
    class: [rule(/\s+/, ''), rule(new RegExp(id, 'u'), 'nc', 'pop')],
    import: [rule(/\s+/, ''), rule(/[a-z0-9_.]+\*?/i, 'nn', 'pop')],
  },
}
