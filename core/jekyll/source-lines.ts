/**
 * For each line of `rendered`, the line of `source` it came from: equal lines met in order, the others on from the last
 * one met. Lines count from 0.
 *
 * Liquid changes, drops and adds lines, but most of a post stays; that is enough to scroll by.
 */
export function mapLines(rendered: string, source: string): number[] {
  const sourceLines = source.split('\n')
  const places = new Map<string, number[]>()
  for (const [line, text] of sourceLines.entries()) {
    const known = places.get(text)
    if (known) known.push(line)
    else places.set(text, [line])
  }
  let next = 0
  return rendered.split('\n').map(text => {
    const found = text.trim() === '' ? undefined : firstFrom(places.get(text), next)
    // A line found far below is rather another one of the same words.
    if (found !== undefined && found - next <= farAway) next = found + 1
    else if (sourceLines[next] === text) next++
    return Math.max(
      0,
      Math.min(found !== undefined && found < next ? found : next - 1, sourceLines.length - 1),
    )
  })
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
