/** A place a person can find: line and column, both from 1; the column counts UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Offsets at which lines begin. Lines end with `\n`, `\r\n` or a lone `\r`. Always holds at least `0`. */
export function lineStarts(source: string): readonly number[] {
  const starts = [0]
  if (!source.includes('\r')) {
    for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) starts.push(end + 1)
    return starts
  }
  for (const match of source.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

/**
 * Line and column of an offset.
 *
 * @throws RangeError for a negative offset
 */
export function positionAt(starts: readonly number[], offset: number): Position {
  if (offset < 0) throw new RangeError(`offset ${offset} is before the document`)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/** The line ending a text uses most; `\n` when it has none. Helpers write new lines with it. */
export function lineEnding(source: string): '\n' | '\r\n' {
  const crlf = source.split('\r\n').length - 1
  const all = source.split('\n').length - 1
  return crlf * 2 > all ? '\r\n' : '\n'
}
