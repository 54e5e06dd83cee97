import type { EditResult, Span } from '../../text/index.ts'

/**
 * Puts marks such as `**`, `*` or `` ` `` around the selection, or takes them away where they stand.
 *
 *     a |word| here   →   a **|word|** here   →   a |word| here
 *
 * Without a selection the word at the cursor is meant; without a word, empty marks with the cursor between them.
 * Spaces at the ends of a selection stay outside, as Markdown marks must touch a word.
 */
export function toggleMark(source: string, selection: Span, mark: string): EditResult {
  const { from, to } =
    selection.from === selection.to ? wordAt(source, selection.from) : trimmed(source, selection)
  const size = mark.length
  if (hasMark(source, from, -1, mark) && hasMark(source, to, 1, mark))
    return {
      edits: [remove(from - size, from), remove(to, to + size)],
      selection: { from: from - size, to: to - size },
    }
  const inner = source.slice(from, to)
  if (inner.length >= 2 * size && inner.startsWith(mark) && inner.endsWith(mark))
    return {
      edits: [remove(from, from + size), remove(to - size, to)],
      selection: { from, to: to - 2 * size },
    }
  return {
    edits: [
      { from, to: from, insert: mark },
      { from: to, to, insert: mark },
    ],
    selection: { from: from + size, to: to + size },
  }
}

/** Exactly this mark and not part of a longer one: `*` is not found in `**`. */
function hasMark(source: string, offset: number, side: -1 | 1, mark: string): boolean {
  const start = side < 0 ? offset - mark.length : offset
  if (start < 0 || source.slice(start, start + mark.length) !== mark) return false
  let run = 0
  for (let at = side < 0 ? offset - 1 : offset; source[at] === mark[0]; at += side) run++
  // Three stars are a `**` and a `*`.
  return run === mark.length || run === 3
}

function remove(from: number, to: number) {
  return { from, to, insert: '' }
}

function wordAt(source: string, offset: number): Span {
  const isWord = (at: number): boolean => /[\p{L}\p{N}\p{M}’'_-]/u.test(source[at] ?? ' ')
  let from = offset
  let to = offset
  while (from > 0 && isWord(from - 1)) from--
  while (to < source.length && isWord(to)) to++
  return { from, to }
}

function trimmed(source: string, { from, to }: Span): Span {
  const text = source.slice(from, to)
  const start = text.length - text.trimStart().length
  const end = text.length - text.trimEnd().length
  return start === text.length ? { from, to: from } : { from: from + start, to: to - end }
}
