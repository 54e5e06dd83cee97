import type { Span } from '../../text/index.ts'
import { scanHtml, closingTag } from './html-scanner.ts'

/** Where a post only talks about markup. */
export interface SkippedSpans {
  /** Code and comments: nothing in them is shown. */
  readonly all: readonly Span[]
  /** `{% raw %}`: the HTML in it is shown, its Liquid is not run. */
  readonly liquid: readonly Span[]
}

/**
 * The stretches of a Markdown body that hold code or comments: fenced and indented code, code spans, `<pre>` and
 * `<code>`, HTML, Liquid and kramdown comments.
 *
 * kramdown syntax, “Code Blocks”, “Code Spans”, “Comments”; deep indentation inside a list or an HTML block is not code.
 */
export function skippedSpans(source: string, body: Span): SkippedSpans {
  const text = source.slice(body.from, body.to)
  const blocks = [...fencedCode(text), ...matches(text, blockComments)]
  const quiet = blank(text, blocks)
  const html = htmlCode(quiet)
  const indented = indentedCode(blank(quiet, html), htmlBlocks(quiet))
  const inline = codeSpans(blank(quiet, [...html, ...indented]))
  const raw = matches(text, /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g)
  const shift = ({ from, to }: Span) => ({ from: from + body.from, to: to + body.from })
  return { all: [...blocks, ...html, ...indented, ...inline].map(shift), liquid: raw.map(shift) }
}

/** Whether an offset lies in one of the spans. */
export function within(spans: readonly Span[], offset: number): boolean {
  return spans.some(span => span.from <= offset && offset < span.to)
}

const blockComments =
  /<!--[\s\S]*?-->|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*highlight\b[^%]*-?%\}[\s\S]*?\{%-?\s*endhighlight\s*-?%\}|\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(match => ({ from: match.index, to: match.index + match[0].length }))
}

/** The text with spans turned into spaces, so that what they hold opens and closes nothing; line ends stay. */
function blank(text: string, spans: readonly Span[]): string {
  let result = text
  for (const { from, to } of spans)
    result = result.slice(0, from) + result.slice(from, to).replace(/[^\r\n]/g, ' ') + result.slice(to)
  return result
}

/** ``` and ~~~ fences; the closing fence is at least as long as the opening one. */
function fencedCode(text: string): Span[] {
  const spans: Span[] = []
  let open: { from: number; mark: string } | undefined
  for (const line of text.matchAll(/^[^\r\n]*(?:\r\n?|\n|$(?![\s\S]))/gm)) {
    const fence = /^[ \t>]*(?:(?:[*+-]|\d+\.)[ \t]+)?(`{3,}|~{3,})(.*)/.exec(line[0])
    const mark = fence?.[1]
    if (!open) {
      if (mark && !(mark.startsWith('`') && fence[2]!.includes('`'))) open = { from: line.index, mark }
    } else if (mark?.startsWith(open.mark) && fence![2]!.trim() === '') {
      spans.push({ from: open.from, to: line.index + line[0].length })
      open = undefined
    }
    if (line[0] === '') break
  }
  return spans
}

function htmlCode(text: string): Span[] {
  const page = scanHtml(text)
  const spans: Span[] = []
  for (const [index, tag] of page.tags.entries()) {
    const code = /^(?:pre|code|textarea|xmp|kbd|samp)$/.test(tag.name) && !tag.closing
    const last = code ? closingTag(page, index) : index
    if (last > index) spans.push({ from: tag.span.from, to: page.tags[last]!.span.to })
  }
  return spans
}

/** Elements that start a line with at most three spaces: indentation inside them is only style. */
function htmlBlocks(text: string): Span[] {
  const page = scanHtml(text)
  const spans: Span[] = []
  for (const [index, tag] of page.tags.entries()) {
    if (tag.closing || within(spans, tag.span.from)) continue
    const lineStart = text.lastIndexOf('\n', tag.span.from - 1) + 1
    if (!/^ {0,3}$/.test(text.slice(lineStart, tag.span.from))) continue
    const last = closingTag(page, index)
    if (last > index) spans.push({ from: tag.span.from, to: page.tags[last]!.span.to })
  }
  return spans
}

/** Four spaces or a tab after a blank line; eight in a list. */
function indentedCode(text: string, html: readonly Span[]): Span[] {
  const spans: Span[] = []
  let blankBefore = true
  let inList = false
  let inCode = false
  for (const line of text.matchAll(/^[^\r\n]*(?:\r\n?|\n|$(?![\s\S]))/gm)) {
    const content = line[0].trimEnd()
    if (line[0] === '') break
    if (content === '') {
      blankBefore = true
      continue
    }
    const indent = /^[ \t]*/.exec(content)![0].replaceAll('\t', '    ').length
    if (/^\s*(?:[*+-]|\d+\.)\s/.test(content) && !(indent >= 4 && !inList)) inList = true
    else if (indent === 0 && blankBefore) inList = false
    const deep = indent >= (inList ? 8 : 4) && !within(html, line.index + indent)
    inCode = deep && (blankBefore || inCode)
    if (inCode) spans.push({ from: line.index, to: line.index + line[0].length })
    blankBefore = false
  }
  return spans
}

/** Runs of backticks closed by an equal run in the same paragraph. */
function codeSpans(text: string): Span[] {
  return [...text.matchAll(/(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\r?\n)[\s\S])*?(?<!`)\1(?!`)/g)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}
