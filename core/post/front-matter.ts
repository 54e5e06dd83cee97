import type { Span } from '../text/index.ts'

/** Where a post's parts lie. Offsets are of the source as given, BOM and CRLF included. */
export interface PostParts {
  /** The YAML between the two marker lines, or undefined where the source has no front matter. */
  readonly yaml: Span | undefined
  /** Everything after the front matter; the whole text after a BOM where there is none. */
  readonly body: Span
}

const bom = '\uFEFF'

/**
 * Splits a post as Jekyll does.
 *
 * Jekyll lib/jekyll/document.rb, YAML_FRONT_MATTER_REGEXP: `---` on the first line, then YAML, then a line `---` or
 * `...`; trailing spaces are allowed on both marker lines.
 */
export function splitFrontMatter(source: string): PostParts {
  const start = source.startsWith(bom) ? bom.length : 0
  const open = /---[^\S\n]*\n/y
  open.lastIndex = start
  const opened = open.exec(source)
  if (!opened) return { yaml: undefined, body: { from: start, to: source.length } }
  const from = start + opened[0].length
  const close = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$(?![\s\S]))/gm
  close.lastIndex = from
  const closed = close.exec(source)
  if (!closed) return { yaml: undefined, body: { from: start, to: source.length } }
  return {
    yaml: { from, to: closed.index },
    body: { from: closed.index + closed[0].length, to: source.length },
  }
}
