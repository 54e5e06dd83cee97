import { type Language, rule } from './regex-lexer.ts'

const name = String.raw`[\p{L}:_][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*`

/** XML, as Rouge 3.30 reads it (lexers/xml.rb). */
export const xml: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/[^<&]+/, ''),
      rule(/&\S*?;/, 'ni'),
      rule(/<!\[CDATA\[.*?\]\]>/, 'cp'),
      rule(/<!--/, 'c', 'comment'),
      rule(/<\?.*?\?>/, 'cp'),
      rule(/<![^>]*>/, 'cp'),
      rule(new RegExp(String.raw`<\s*${name}`, 'u'), 'nt', 'tag'),
      rule(new RegExp(String.raw`<\s*/\s*${name}\s*>`, 'u'), 'nt'),
    ],
    comment: [rule(/[^-]+/, 'c'), rule(/-->/, 'c', 'pop'), rule(/-/, 'c')],
    tag: [
      rule(/\s+/, ''),
      rule(new RegExp(String.raw`${name}\s*=`, 'u'), 'na', 'attr'),
      rule(/\/?\s*>/, 'nt', 'pop'),
    ],
    attr: [rule(/\s+/, ''), rule(/".*?"|'.*?'|[^\s>]+/s, 's', 'pop')],
  },
}
