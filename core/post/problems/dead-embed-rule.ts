import { deadNotice, findEmbeds } from '../embeds/index.ts'
import type { ProblemRule } from '../problem.ts'

/** Embeds of services that closed: readers see nothing there. */
export const deadEmbedRule: ProblemRule = source =>
  findEmbeds(source).flatMap(({ embed, span }) => {
    const notice = deadNotice(embed)
    return notice ? [{ code: 'embed.dead', severity: 'warning' as const, message: notice.message, span }] : []
  })
