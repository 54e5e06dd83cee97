import { normaliseLinkId } from '../../kramdown/index.ts'

/** The label that was probably meant: at most one letter in four differs. */
export function nearestLabel(name: string, labels: readonly string[]): string | undefined {
  const id = normaliseLinkId(name.trim())
  let best: { readonly label: string; readonly distance: number } | undefined
  for (const label of labels) {
    // So many letters are missing at least.
    if (Math.abs(id.length - label.length) * 4 > id.length) continue
    const distance = editDistance(id, normaliseLinkId(label))
    if (distance * 4 <= id.length && distance < (best?.distance ?? Infinity)) best = { label, distance }
  }
  return best?.label
}

/** How many letters have to be added, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change, swapped ? before[j - 2]! + 1 : Infinity))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
