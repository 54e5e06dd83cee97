/** A stretch of text: UTF-16 offsets from 0, `from` included, `to` excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The text a span covers. */
export function sliceSpan(source: string, span: Span): string {
  return source.slice(span.from, span.to)
}
