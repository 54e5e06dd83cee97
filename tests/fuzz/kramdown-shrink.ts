/**
 * The smallest text found that still has a property, by leaving out ever smaller parts: lines first, then characters
 * (delta debugging).
 */
export async function shrink(text: string, stillFails: (text: string) => Promise<boolean>): Promise<string> {
  let smallest = await shrinkParts(text.split(/(?<=\n)/), stillFails)
  if (smallest.length <= 600) smallest = await shrinkParts(Array.from(smallest), stillFails)
  return simplify(smallest, stillFails)
}

async function shrinkParts(
  parts: readonly string[],
  stillFails: (text: string) => Promise<boolean>,
): Promise<string> {
  let left = [...parts]
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length;) {
      const without = left.toSpliced(from, size)
      if (without.length < left.length && (await stillFails(without.join('')))) left = without
      else from += size
    }
  }
  return left.join('')
}

/** Words become `a` where that changes nothing. */
async function simplify(text: string, stillFails: (text: string) => Promise<boolean>): Promise<string> {
  let simple = text
  for (const word of new Set(text.match(/[a-zA-Z]{2,}/g) ?? [])) {
    const shorter = simple.replaceAll(word, 'a')
    if (shorter !== simple && (await stillFails(shorter))) simple = shorter
  }
  return simple
}
