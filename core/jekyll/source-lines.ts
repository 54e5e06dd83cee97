/**
 * For each line of `rendered`, the line of `source` it came from: equal lines met in order, the others on from the last
 * one met. Lines count from 0.
 *
 * Liquid changes, drops and adds lines, but most of a post stays; that is enough to scroll by.
 */
export function mapLines(rendered: string, source: string): number[] {
  const sourceLines = source.split('\n')
  let places: ReadonlyMap<string, readonly number[]> | undefined
  let next = 0
  return rendered.split('\n').map(text => {
    if (sourceLines[next] === text) return next++
    if (text.trim() !== '') {
      places ??= placesOf(sourceLines)
      const found = firstFrom(places.get(text), next)
      // A line found far below is rather another one of the same words.
      if (found !== undefined && found - next <= farAway) next = found + 1
    }
    return Math.max(0, next - 1)
  })
}

/** The lines each text stands in, from the first on. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [line, text] of lines.entries()) {
    const known = places.get(text)
    if (known) known.push(line)
    else places.set(text, [line])
  }
  return places
}

const farAway = 500

function firstFrom(lines: readonly number[] | undefined, from: number): number | undefined {
  if (!lines) return undefined
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]! < from) low = middle + 1
    else high = middle
  }
  return lines[low]
}
