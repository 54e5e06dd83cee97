import { type Language, groupRule, rule } from './regex-lexer.ts'

/** Differences of texts, as Rouge 3.30 reads them (lexers/diff.rb). */
export const diff: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/^ .*$\n?/, ''),
      rule(/^---$\n?/, 'p'),
      rule(/^[+>]+.*$\n?/, 'gi'),
      rule(/^\+.*$\n?/, 'gi'),
      rule(/^[-<]+.*$\n?/, 'gd'),
      rule(/^!.*$\n?/, 'gs'),
      rule(/^([Ii]ndex|diff).*$\n?/, 'gh'),
      groupRule(/^(@@[^@]*@@)([^\n]*\n)/, ['p', '']),
      rule(/^\w.*$\n?/, 'p'),
      rule(/^=.*$\n?/, 'gh'),
      rule(/\s.*$\n?/, ''),
    ],
  },
}
