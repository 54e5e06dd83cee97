import type { ProblemRule } from '../problem.ts'
import { findUpdates } from '../updates/find-updates.ts'
import { headingIds } from '../updates/heading-ids.ts'
import { withBanner } from '../updates/sync-banner.ts'
import { yearBase } from '../updates/update-style.ts'

/** A banner that names another day than the updates below it, or leads to a place that is not there. */
export const bannerRule: ProblemRule = (source, { postDate }) => {
  const { updates, banner } = findUpdates(source, postDate === undefined ? {} : { postDate })
  if (!banner || updates.length === 0) return []
  const edits = withBanner(source, [], undefined, yearBase(source, postDate))
  if (edits.length === 0) return []
  const fix = { title: 'Bring the banner up to date', edits }
  const isBroken = banner.anchor !== undefined && ![...headingIds(source).values()].includes(banner.anchor.id)
  const message = isBroken
    ? `The banner leads to “#${banner.anchor?.id}”, and no heading has that anchor.`
    : 'The banner does not name the latest update.'
  return [
    {
      code: isBroken ? 'update.broken-anchor' : 'update.stale-banner',
      severity: 'warning',
      message,
      span: banner.span,
      fix,
    },
  ]
}
