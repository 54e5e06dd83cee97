import type { Span } from '../../text/index.ts'
import { closingTag, scanHtml } from './html-scanner.ts'

/** Where a post only talks about markup. Spans are in order and apart. */
export interface SkippedSpans {
  /** Code and comments: nothing in them is shown. */
  readonly all: readonly Span[]
  /** These and `{% raw %}`: the HTML in that is shown, its Liquid is not run. */
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
  const fences = fencedCode(text)
  const blocks = merged([...fences, ...blockComments(text)])
  const quiet = blank(text, blocks)
  const html = htmlCode(quiet)
  // A fence ends the list before it, so its lines do not count as blank.
  const indented = indentedCode(blank(standIn(quiet, text, fences), html), htmlBlocks(quiet))
  const inline = codeSpans(blank(quiet, merged([...html, ...indented])))
  const raw = delimited(text, /\{%-?\s*raw\s*-?%\}/g, /\{%-?\s*endraw\s*-?%\}/g)
  const shift = ({ from, to }: Span) => ({ from: from + body.from, to: to + body.from })
  const all = merged([...blocks, ...html, ...indented, ...inline])
  return { all: all.map(shift), liquid: merged([...all, ...raw]).map(shift) }
}

/** Whether an offset lies in one of the spans, which are in order and apart. */
export function within(spans: readonly Span[], offset: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.to <= offset) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.from <= offset
}

function merged(spans: readonly Span[]): Span[] {
  const result: { from: number; to: number }[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

/** The text with spans turned into spaces, so that what they hold opens and closes nothing; line ends stay. */
function blank(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to } of spans) {
    parts.push(text.slice(at, from), text.slice(from, to).replace(/[^\r\n]/g, ' '))
    at = to
  }
  return parts.join('') + text.slice(at)
}

/** The quiet text with the first mark of each fence shown again. */
function standIn(quiet: string, text: string, fences: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from } of fences) {
    const mark = from + text.slice(from).search(/[^ \t]/)
    parts.push(quiet.slice(at, mark), text[mark]!)
    at = mark + 1
  }
  return parts.join('') + quiet.slice(at)
}

function blockComments(text: string): Span[] {
  return [
    ...delimited(text, /<!--/g, /-->/g),
    ...delimited(text, /\{%-?\s*comment\s*-?%\}/g, /\{%-?\s*endcomment\s*-?%\}/g),
    ...delimited(text, /\{%-?\s*highlight\b[^%\n]{0,200}%\}/g, /\{%-?\s*endhighlight\s*-?%\}/g),
    ...delimited(text, /\{::comment\}/g, /\{:\/(?:comment)?\}/g),
  ]
}

/** From each opening to the closing that follows it; openings that nothing closes are text. */
function delimited(text: string, open: RegExp, close: RegExp): Span[] {
  const spans: Span[] = []
  for (let opened = open.exec(text); opened; opened = open.exec(text)) {
    close.lastIndex = open.lastIndex
    const closed = close.exec(text)
    if (!closed) break
    spans.push({ from: opened.index, to: close.lastIndex })
    open.lastIndex = close.lastIndex
  }
  return spans
}

const lines = /[^\r\n]*(?:\r\n?|\n|$)/g

/** ``` and ~~~ fences; the closing fence is at least as long as the opening one. */
function fencedCode(text: string): Span[] {
  const spans: Span[] = []
  let open: { from: number; mark: string } | undefined
  for (const line of text.matchAll(lines)) {
    const fence = /^[ \t>]*(?:(?:[*+-]|\d+\.)[ \t]+)?(`{3,}|~{3,})(.*)/.exec(line[0])
    const mark = fence?.[1]
    if (!open) {
      if (mark && !(mark.startsWith('`') && fence[2]!.includes('`'))) open = { from: line.index, mark }
    } else if (mark?.startsWith(open.mark) && fence![2]!.trim() === '') {
      spans.push({ from: open.from, to: line.index + line[0].length })
      open = undefined
    }
  }
  return spans
}

function htmlCode(text: string): Span[] {
  const page = scanHtml(text)
  const spans = page.tags.flatMap((tag, index) => {
    const code = /^(?:pre|code|textarea|xmp|kbd|samp)$/.test(tag.name) && !tag.closing
    const last = code ? closingTag(page, index) : index
    return last > index ? [{ from: tag.span.from, to: page.tags[last]!.span.to }] : []
  })
  return merged(spans)
}

/** Elements that start a line with at most three spaces: indentation inside them is only style. */
function htmlBlocks(text: string): Span[] {
  const page = scanHtml(text)
  const spans = page.tags.flatMap((tag, index) => {
    const last = closingTag(page, index)
    const block = last > index && startsLine(text, tag.span.from)
    return block ? [{ from: tag.span.from, to: page.tags[last]!.span.to }] : []
  })
  return merged(spans)
}

function startsLine(text: string, offset: number): boolean {
  let at = offset
  while (at > 0 && offset - at < 3 && text[at - 1] === ' ') at--
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
}

/** Four spaces or a tab after a blank line; eight in a list. */
function indentedCode(text: string, html: readonly Span[]): Span[] {
  const spans: Span[] = []
  let blankBefore = true
  let inList = false
  let inCode = false
  for (const line of text.matchAll(lines)) {
    const content = line[0].trimEnd()
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
  const spans: Span[] = []
  const runs = [...text.matchAll(/`+|\n[ \t]*\r?\n/g)]
  // The next run of each length, looked up from behind, so that no run is searched for twice.
  const next = Array.from<number | undefined>({ length: runs.length })
  const latest = new Map<number, number>()
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at]![0]
    if (run.startsWith('`')) {
      next[at] = latest.get(run.length)
      latest.set(run.length, at)
    } else latest.clear()
  }
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!
    const close = text[run.index - 1] === '\\' ? undefined : next[at]
    if (close === undefined) continue
    spans.push({ from: run.index, to: runs[close]!.index + runs[close]![0].length })
    at = close
  }
  return spans
}
