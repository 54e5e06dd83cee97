import { quotedText } from './quoted-text.ts'
import { type Language, rule } from './regex-lexer.ts'

const id = '@?[_a-zA-Z]\\w*'
const keywords =
  'abstract|as|base|break|case|catch|checked|const|continue|default|delegate|do|else|enum|event|explicit|extern|false|' +
  'finally|fixed|for|foreach|goto|if|implicit|in|interface|internal|is|lock|new|null|operator|out|override|params|' +
  'private|protected|public|readonly|ref|return|sealed|sizeof|stackalloc|static|switch|this|throw|true|try|typeof|' +
  'unchecked|unsafe|virtual|void|volatile|while|add|alias|async|await|get|global|partial|remove|set|value|where|yield|' +
  'nameof|ascending|by|descending|equals|from|group|in|into|join|let|on|orderby|select'
const types =
  'bool|byte|char|decimal|double|dynamic|float|int|long|object|sbyte|short|string|uint|ulong|ushort|var'
const directives = 'if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma'

/** C#, as Rouge 3.30 reads it (lexers/csharp.rb). */
export const csharp: Language = {
  start: ['root'],
  states: {
    whitespace: [rule(/\s+/, ''), rule(/\/\/.*?$/, 'c1'), rule(/\/[*].*?[*]\//s, 'cm')],
    nest: [rule(/\{/, 'p', 'nest'), rule(/\}/, 'p', 'pop'), 'root'],
    splice_string: [rule(/\\./, 's'), rule(/\{/, 'p', 'nest'), rule(/"|\n/, 's', 'pop'), rule(/./, 's')],
    splice_literal: [rule(/""/, 's'), rule(/\{/, 'p', 'nest'), rule(/"/, 's', 'pop'), rule(/./, 's')],
    root: [
      'whitespace',
      rule(/[$]\s*"/, 's', 'splice_string'),
      rule(/[$]@\s*"/, 's', 'splice_literal'),
      rule(new RegExp(`(<\\[)\\s*(${id}:)?`), 'k'),
      rule(/\]>/, 'k'),
      rule(/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'),
      rule(/@"(""|[^"])*"/, 's'),
      rule(quotedText('"', { hides: 'line', mayBreak: false, otherEnd: String.raw`\n` }), 's'),
      rule(/'(\\.|.)'/, 'sc'),
      rule(/0x[0-9a-f]+[lu]?/i, 'm'),
      rule(/[0-9]([.][0-9]*)?(e[+-][0-9]+)?[fldu]?/i, 'm'),
      rule(/\b(?:class|struct|interface)\b/, 'k', 'class'),
      rule(/\b(?:namespace|using)\b/, 'k', 'namespace'),
      rule(new RegExp(`^#[ \\t]*(${directives})\\b.*?\\n`), 'cp'),
      rule(new RegExp(`\\b(${keywords})\\b`), 'k'),
      rule(new RegExp(`\\b(${types})\\b`), 'kt'),
      rule(new RegExp(`${id}(?=\\s*[(])`), 'nf'),
      rule(new RegExp(id), 'n'),
    ],
    class: ['whitespace', rule(new RegExp(id), 'nc', 'pop')],
    namespace: ['whitespace', rule(/(?=[(])/, '', 'pop'), rule(new RegExp(`(${id}|[.])+`), 'nn', 'pop')],
  },
}
