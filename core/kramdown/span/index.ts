import { type SpanRule } from '../span-parser.ts'
import { autolink } from './autolink.ts'
import { codespan } from './codespan.ts'
import { emphasis } from './emphasis.ts'
import { escapedChar } from './escaped-char.ts'
import { spanExtension } from './extension.ts'
import { footnoteMarker } from './footnote-marker.ts'
import { htmlEntity } from './html-entity.ts'
import { htmlSpan } from './html-span.ts'
import { lineBreak } from './line-break.ts'
import { link } from './link.ts'
import { inlineMath } from './math.ts'
import { smartQuotes } from './smart-quotes.ts'
import { typographicSymbol } from './typographic-symbol.ts'

/** Tried in this order wherever one may begin (kramdown parser/kramdown.rb, @span_parsers). */
export const spanRules: readonly SpanRule[] = [
  emphasis,
  codespan,
  autolink,
  htmlSpan,
  footnoteMarker,
  link,
  smartQuotes,
  inlineMath,
  spanExtension,
  htmlEntity,
  typographicSymbol,
  lineBreak,
  escapedChar,
]
