import type { Browser } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { postOfEmbeds } from './posts.ts'
import type { Program } from './program.ts'
import { openPost, typeKey } from './typing.ts'

const embeds = 200
const warmUpKeys = 10
const measuredKeys = 100
/** How much longer the preview may take to show a key than in a post of the same length without embeds. */
const mostGrowth = 1.2

/**
 * Types in a post of two hundred embeds and, key by key in turn, in one of the same length without any, so that what
 * else the machine does falls on both.
 */
export async function measureEmbeds(browser: Browser, program: Program): Promise<Figure[]> {
  const many = await openPost(browser, program, postOfEmbeds(embeds, true))
  try {
    const none = await openPost(browser, program, postOfEmbeds(embeds, false))
    try {
      const costs: Record<'many' | 'none', number[]> = { many: [], none: [] }
      for (let index = 0; index < warmUpKeys + measuredKeys; index++)
        for (const [name, { page }] of Object.entries({ many, none })) {
          const { painted } = await typeKey(page, index, true)
          if (index >= warmUpKeys && painted !== undefined) costs[name as 'many' | 'none'].push(painted)
        }
      const what = 'key → preview painted'
      const bare = figure({ what, subject: 'the same length without embeds' }, costs.none)
      const limit = Math.round(bare.p95 * mostGrowth * 10) / 10
      return [figure({ what, subject: `a post of ${embeds} embeds`, limit }, costs.many), bare]
    } finally {
      await none.close()
    }
  } finally {
    await many.close()
  }
}
