import { quotedText } from './quoted-text.ts'
import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'

const words = (type: string, list: string): (readonly [string, string])[] =>
  list.split(' ').map(word => [word, type] as const)

const classes = new Map([
  ...words('kc', 'true false null'),
  ...words('kt', 'def boolean byte char double float int long short void'),
  ...words(
    'kd',
    'abstract const enum extends final implements native private protected public static strictfp super synchronized ' +
      'throws transient volatile',
  ),
  ...words(
    'k',
    'assert break case catch continue default do else finally for if goto instanceof new return switch this throw try ' +
      'while in as',
  ),
])

/** Groovy, as Rouge 3.30 reads it (lexers/groovy.rb). */
export const groovy: Language = {
  start: ['root'],
  states: {
    root: [
      runRule(/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w\w*)(\s*)(\()/, (match, lexing) => {
        lexing.recurse(match[1]!)
        lexing.add('nf', match[2]!)
        lexing.add('', match[3]!)
        lexing.add('o', match[4]!)
      }),
      rule(/[^\S\n]+/, ''),
      rule(/\/\/.*?$/, 'c1'),
      rule(/\/[*].*?[*]\//s, 'cm'),
      rule(/@\w[\w.]*/, 'nd'),
      rule(/(class|interface|trait)\b/, 'kd', 'class'),
      rule(/(?:package|import)\b/, 'kn', 'import'),
      rule(/""".*?"""/s, 's2'),
      rule(/'''.*?'''/s, 's1'),
      rule(quotedText('"', { hides: 'all', mayBreak: false }), 's2'),
      rule(quotedText("'", { hides: 'all', mayBreak: false }), 's1'),
      rule(/\$\/(?:(?!\/\$)(?:\$[^]|[^$]))*\$?\/\$/, 's'),
      rule(quotedText('/', { hides: 'all', mayBreak: false }), 's'),
      rule(/'\\.'|'[^\\]'|'\\u[0-9a-f]{4}'/, 'sc'),
      groupRule(/(\.)([a-zA-Z_][a-zA-Z0-9_]*)/, ['o', 'na']),
      rule(/[a-zA-Z_][a-zA-Z0-9_]*:/, 'nl'),
      runRule(/[a-zA-Z_$][a-zA-Z0-9_]*/, (match, lexing) =>
        lexing.add(classes.get(match[0]) ?? 'n', match[0]),
      ),
      rule(/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'),
      rule(/\d+\.\d+([eE]\d+)?[fd]?/, 'mf'),
      rule(/0x[0-9a-f]+/, 'mh'),
      rule(/[0-9]+L?/, 'mi'),
      rule(/\n/, ''),
    ],
    class: [rule(/\s+/, ''), rule(/\w\w*/, 'nc', 'pop')],
    import: [rule(/\s+/, ''), rule(/[\w.]+[*]?/, 'nn', 'pop')],
  },
}
