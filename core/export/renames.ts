import type { ExportFile } from './types.ts'

/** A committed file that is gone from its place. */
export interface MissingFile {
  readonly path: string
  readonly id: string
  readonly text: string
}

/** Less in common than this is another post, not a renamed one (git's own default for renames). */
const leastInCommon = 0.5

/**
 * New files that are renamed old ones, told by what they have in common: each is paired with the missing file most
 * like it, and each missing file is used once.
 */
export function followRenames(files: readonly ExportFile[], missing: readonly MissingFile[]): ExportFile[] {
  const used = new Set<string>()
  return files.map(file => {
    const text = file.wanted?.text
    if (file.published !== null || text === undefined) return file
    const [best] = missing
      .filter(({ path }) => !used.has(path))
      .map(candidate => ({ candidate, share: shareInCommon(candidate.text, text) }))
      .filter(({ share }) => share >= leastInCommon)
      .toSorted((a, b) => b.share - a.share)
    if (!best) return file
    const { path, id } = best.candidate
    used.add(path)
    return { ...file, movedFrom: { path, published: { id, text: best.candidate.text } } }
  })
}

/** How much of the longer text stands, line by line, in the other as well: 0 to 1. */
function shareInCommon(a: string, b: string): number {
  if (a === b) return 1
  const counts = new Map<string, number>()
  for (const line of a.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  let common = 0
  for (const line of b.split('\n')) {
    const left = counts.get(line) ?? 0
    if (left === 0) continue
    counts.set(line, left - 1)
    common += line.length + 1
  }
  return common / (Math.max(a.length, b.length) + 1)
}
