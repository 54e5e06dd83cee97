import { diff3Merge } from 'node-diff3'

/** Two versions that grew from one, joined; undefined where both changed the same lines in different ways. */
export function mergeTexts(base: string, ours: string, theirs: string): string | undefined {
  const regions = diff3Merge(ours.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  })
  if (regions.some(region => region.conflict)) return undefined
  return regions.flatMap(region => region.ok ?? []).join('\n')
}
