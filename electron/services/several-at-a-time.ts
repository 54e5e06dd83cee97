/** Open files at once: enough to keep a disk busy, few enough for the limits of every system. */
const usualMost = 16

/** Does a task for every item, a few at a time; the results come in the order of the items. */
export async function severalAtATime<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
  most = usualMost,
): Promise<Result[]> {
  const results: Result[] = Array.from({ length: items.length })
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await task(items[at]!)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work))
  return results
}
