/**
 * Ruby's YAML lets the lines of a quoted text or of `[ ]` and `{ }` begin at the margin; the parser used here wants
 * them deeper than their key. Blanks put before such lines change no value.
 *
 *     tags: [one, two,
 *     three]
 */
export interface IndentedYaml {
  readonly text: string
  /** The offset in the text as given. */
  readonly toSource: (offset: number) => number
}

/** Indents the continuation lines that need it. */
export function indentContinuations(text: string): IndentedYaml {
  const inserts: { readonly at: number; readonly length: number }[] = []
  const opener =
    /^([ ]*)(?:-[ ]+)?(?:[^\s"'#:[\]{}&*!|>%@`,-][^\n#"'[\]{}]*?|"[^"\n]*"|'[^'\n]*'):[ \t]+(?=["'[{])/gm
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const indent = match[1]!.length
    const end = closingOffset(text, opener.lastIndex)
    for (
      let line = text.indexOf('\n', opener.lastIndex) + 1;
      line > 0 && line <= end;
      line = text.indexOf('\n', line) + 1
    ) {
      const depth = /^ */.exec(text.slice(line, line + indent + 1))![0].length
      if (depth <= indent && !/^[ \t]*\r?\n/.test(text.slice(line, end + 1)))
        inserts.push({ at: line, length: indent + 1 - depth })
    }
    opener.lastIndex = Math.max(end, opener.lastIndex)
  }
  if (inserts.length === 0) return { text, toSource: offset => offset }
  return { text: withInserts(text, inserts), toSource: offset => sourceOffset(offset, inserts) }
}

type Inserts = readonly { readonly at: number; readonly length: number }[]

function withInserts(text: string, inserts: Inserts): string {
  let result = ''
  let at = 0
  for (const insert of inserts) {
    result += text.slice(at, insert.at) + ' '.repeat(insert.length)
    at = insert.at
  }
  return result + text.slice(at)
}

function sourceOffset(offset: number, inserts: Inserts): number {
  let shift = 0
  for (const { at, length } of inserts) {
    if (at + shift > offset) break
    shift += Math.min(length, offset - (at + shift))
  }
  return offset - shift
}

/** Where the quote or bracket at an offset closes; the offset itself where it does not. */
function closingOffset(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]!
    if (character === '"' || character === "'") {
      const close = closingQuote(text, at)
      if (close < 0) return start
      at = close
    } else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if (character === '#' && /\s/.test(text[at - 1] ?? '')) at = Math.max(at, text.indexOf('\n', at) - 1)
    if (depth === 0) return at
  }
  return start
}

function closingQuote(text: string, start: number): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++
      else return at
    }
  }
  return -1
}
