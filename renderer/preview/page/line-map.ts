/** Blocks in the page, seen from above: where each begins, in lines of the source and in pixels. */
export interface LineMap {
  readonly lines: ArrayLike<number>
  /** Pixels from the top of the page to the block of this index. */
  readonly top: (index: number) => number
  /** Of the whole page. */
  readonly height: number
}

/** The line of the source that stands at `y` pixels from the top; between two blocks a share of the way. */
export function lineAtTop(map: LineMap, y: number): number {
  const count = map.lines.length
  if (count === 0 || y <= 0) return 1
  const index = lastWhere(count, at => map.top(at) <= y)
  const [fromLine, fromTop] = index < 0 ? [1, 0] : [map.lines[index]!, map.top(index)]
  const [toLine, toTop] =
    index + 1 < count ? [map.lines[index + 1]!, map.top(index + 1)] : [fromLine + 1, map.height]
  return toTop > fromTop ? fromLine + ((toLine - fromLine) * (y - fromTop)) / (toTop - fromTop) : fromLine
}

/** Where a line of the source stands, in pixels from the top: the inverse of {@link lineAtTop}. */
export function topOfLine(map: LineMap, line: number): number {
  const count = map.lines.length
  if (count === 0) return 0
  const index = lastWhere(count, at => map.lines[at]! <= line)
  const [fromLine, fromTop] = index < 0 ? [1, 0] : [map.lines[index]!, map.top(index)]
  const [toLine, toTop] =
    index + 1 < count ? [map.lines[index + 1]!, map.top(index + 1)] : [fromLine + 1, map.height]
  return toLine > fromLine ? fromTop + ((toTop - fromTop) * (line - fromLine)) / (toLine - fromLine) : fromTop
}

/** The last index for which `holds`, which must hold up to some index and not beyond; -1 for none. */
function lastWhere(count: number, holds: (index: number) => boolean): number {
  let low = -1
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
