import { css } from './css.ts'
import { javascript } from './javascript.ts'
import { type Language, type Rule, rule, runRule } from './regex-lexer.ts'

const rest = String.raw`\p{L}\p{M}\p{Nd}\p{Pc}\p{Cf}:.·`
const name = String.raw`[\p{L}:_\-][${rest}\-]*`

const replaceBy = (pattern: RegExp, type: string, next: string): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add(type, match[0])
    lexing.replace(next)
  })

/** An element whose content is in another language. */
const foreignTag = (pattern: RegExp, language: Language, content: string): Rule =>
  runRule(pattern, (match, lexing) => {
    lexing.add('nt', match[0])
    lexing.restart(language)
    lexing.go(content)
    lexing.go('tag')
  })

const foreignContent = (closing: RegExp, language: Language): Rule[] => [
  runRule(/[^<]+/, (match, lexing) => lexing.delegate(language, match[0])),
  rule(closing, 'nt', 'pop'),
  runRule(/</, (match, lexing) => lexing.delegate(language, match[0])),
]

/** HTML, as Rouge 3.30 reads it (lexers/html.rb). */
export const html: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/[^<&]+/, ''),
      rule(/&\S*?;/, 'ni'),
      rule(/<!DOCTYPE .*?>/is, 'cp'),
      rule(/<!\[CDATA\[.*?\]\]>/s, 'cp'),
      rule(/<!--/, 'c', 'comment'),
      rule(/<\?.*?\?>/s, 'cp'),
      foreignTag(/<\s*script\s*/, javascript, 'script_content'),
      foreignTag(/<\s*style\s*/, css, 'style_content'),
      rule(/<\//, 'nt', 'tag_end'),
      rule(/</, 'nt', 'tag_start'),
    ],
    tag_end: ['tag_end_end', replaceBy(new RegExp(name, 'u'), 'nt', 'tag_end_end')],
    tag_end_end: [rule(/\s+/, ''), rule(/>/, 'nt', 'pop')],
    tag_start: [
      rule(/\s+/, ''),
      replaceBy(new RegExp(name, 'u'), 'nt', 'tag'),
      runRule(/(?:)/, (_, lexing) => lexing.replace('tag')),
    ],
    comment: [rule(/[^-]+/, 'c'), rule(/-->/, 'c', 'pop'), rule(/-/, 'c')],
    tag: [
      rule(/\s+/, ''),
      rule(new RegExp(String.raw`[\p{L}:_\[\]\(\)*.\-][${rest}\[\]\(\)*\-]*\s*=\s*`, 'u'), 'na', 'attr'),
      rule(new RegExp(String.raw`[\p{L}:_*#\-][${rest}*#\-]*`, 'u'), 'na'),
      rule(/\/?\s*>/, 'nt', 'pop'),
    ],
    attr: [replaceBy(/"/, 's', 'dq'), replaceBy(/'/, 's', 'sq'), rule(/[^\s>]+/, 's', 'pop')],
    dq: [rule(/"/, 's', 'pop'), rule(/[^"]+/, 's')],
    sq: [rule(/'/, 's', 'pop'), rule(/[^']+/, 's')],
    script_content: foreignContent(/<\s*\/\s*script\s*>/, javascript),
    style_content: foreignContent(/<\s*\/\s*style\s*>/, css),
  },
}
