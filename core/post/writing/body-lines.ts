import { splitFrontMatter } from '../front-matter.ts'

/** A line of a post's body, and whether it is code, where no Markdown means anything. */
export interface BodyLine {
  readonly text: string
  /** Offset in the source. */
  readonly from: number
  /** From 1, in the source. */
  readonly number: number
  readonly code: boolean
}

const codeTag = /\{%-?\s*(highlight|raw)\b[^%]*%\}/
const endTag = /\{%-?\s*end(highlight|raw)\s*-?%\}/

/**
 * The lines of the body, with fenced code and `{% highlight %}` told apart. For what is shown beside the text while it
 * is typed, where a full parse would be too slow; the preview is what decides.
 */
export function* bodyLines(source: string): Generator<BodyLine> {
  const { body } = splitFrontMatter(source)
  let number = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < body.from; at = source.indexOf('\n', at + 1)) number++
  let fence: string | undefined
  let inTag = false
  for (let from = body.from; from < body.to; number++) {
    const end = source.indexOf('\n', from)
    const to = end < 0 || end > body.to ? body.to : end
    const text = source.slice(from, to)
    const opened = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]
    const code = fence !== undefined || inTag || opened !== undefined
    yield { text, from, number, code }
    if (fence === undefined && !inTag) fence = opened
    else if (
      opened !== undefined &&
      fence !== undefined &&
      opened[0] === fence[0] &&
      opened.length >= fence.length
    )
      fence = undefined
    if (codeTag.test(text)) inTag = true
    if (endTag.test(text)) inTag = false
    from = to + 1
  }
}
