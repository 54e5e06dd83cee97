import { spaceToNewline } from '../characters.ts'

/**
 * The content of `{: … }`: everything up to a `}` that no backslash stands before, across lines if need be
 * (parser/kramdown/extensions.rb, ALD_ANY_CHARS). Where nothing fitting follows that brace, kramdown settles for
 * the last escaped brace before it that does fit.
 *
 * @param from just after the opening mark
 * @param follows what has to stand after the brace: the offset after it, or -1
 * @returns offsets of the content's end and of what follows
 */
export function matchBraces(
  text: string,
  from: number,
  follows: (offset: number) => number,
): { readonly contentEnd: number; readonly end: number } | undefined {
  const escaped: number[] = []
  for (let brace = text.indexOf('}', from); brace >= 0; brace = text.indexOf('}', brace + 1)) {
    if (brace === from) return undefined
    if (text[brace - 1] === '\\' && brace - 1 >= from) {
      escaped.push(brace)
      continue
    }
    escaped.push(brace)
    break
  }
  for (const brace of escaped.toReversed()) {
    const end = follows(brace + 1)
    if (end >= 0 && brace > from) return { contentEnd: brace, end }
  }
  return undefined
}

/** For attribute lists that need a line of their own. */
export function restOfLineBlank(text: string): (offset: number) => number {
  return offset => spaceToNewline(text, offset)
}

/** For those inside a line. */
export function anything(offset: number): number {
  return offset
}
