import { normaliseLinkId } from '../../kramdown/index.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import type { LinkUse } from './link-model.ts'

/** Learns what the author's labels look like from links whose label they wrote. */
export function learnLabelStyle(
  references: readonly LinkUse[],
): Pick<LinkHouse, 'separator' | 'keepsCase' | 'longest'> {
  const labels = [...new Set(references.map(use => use.definition!.label))]
  const many = labels.filter(label => /[\s_-]/.test(label))
  const count = (pattern: RegExp): number => many.filter(label => pattern.test(label)).length
  const capitals = references.filter(({ text }) => /\p{Lu}/u.test(text))
  const kept = capitals.filter(({ definition }) => /\p{Lu}/u.test(definition!.label))
  return {
    separator: count(/\s/) > count(/-/) ? ' ' : plainHouse.separator,
    keepsCase: capitals.length > 0 && kept.length * 2 > capitals.length,
    longest: longestUsual(labels.map(label => normaliseLinkId(label).length)),
  }
}

function longestUsual(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b)
  return Math.max(sorted[Math.floor(sorted.length * 0.9)] ?? 0, 12)
}
