/**
 * Sorts as Ruby on Linux does: the merge sort of the C library, whose result for a comparison that contradicts itself
 * (Jekyll compares dated documents by date and undated ones by path) differs from JavaScript's.
 */
export function mergeSort<T>(items: readonly T[], order: (left: T, right: T) => number): T[] {
  if (items.length < 2) return [...items]
  const middle = items.length >> 1
  const left = mergeSort(items.slice(0, middle), order)
  const right = mergeSort(items.slice(middle), order)
  const merged: T[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length)
    merged.push(order(left[l]!, right[r]!) <= 0 ? left[l++]! : right[r++]!)
  for (; l < left.length; l++) merged.push(left[l]!)
  for (; r < right.length; r++) merged.push(right[r]!)
  return merged
}
