import { words } from './apache-words.ts'
import { type Language, type Lexing, rule, runRule } from './regex-lexer.ts'

const whitespace = [rule(/#.*/, 'c'), rule(/\s+/, '')]

const addKnown = (lexing: Lexing, word: string, type: string): void =>
  lexing.add(words.has(word.toLowerCase()) ? type : '', word)

/** Apache's configuration, as Rouge 3.30 reads it (lexers/apache.rb). */
export const apache: Language = {
  start: ['root'],
  states: {
    whitespace,
    root: [
      'whitespace',
      runRule(/(<\/?)(\w+)/, (match, lexing) => {
        lexing.add('p', match[1]!)
        addKnown(lexing, match[2]!, 'nl')
        lexing.go('section')
      }),
      runRule(/\w+/, (match, lexing) => {
        addKnown(lexing, match[0], 'nc')
        lexing.go('directive')
      }),
    ],
    section: [
      runRule(/([^>]+)?(>(?:\r\n?|\n)?)/, (match, lexing) => {
        lexing.add('sr', match[1] ?? '')
        lexing.add('p', match[2]!)
        lexing.go('pop')
      }),
      'whitespace',
    ],
    directive: [
      rule(/\r\n?|\n/, '', 'pop'),
      'whitespace',
      runRule(/\S+/, (match, lexing) => addKnown(lexing, match[0], 'ss')),
    ],
  },
}
