import type { RenderedPageStore } from '../state/rendered-page.ts'

/** Long enough for the preview to paint what it was just given. */
const paintMs = 300

/** A post that takes longer, or none at all, holds up nothing. */
const longestMs = 3_000

/** Resolves once the first post is in sight: what nobody waits for begins then, so that the start has the machine. */
export function firstSight(page: Pick<RenderedPageStore, 'get' | 'subscribe'>): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(done, longestMs)
    const end = page.subscribe(() => {
      if (page.get().path === undefined && page.get().trouble === undefined) return
      end()
      setTimeout(done, paintMs)
    })
    function done(): void {
      clearTimeout(late)
      end()
      requestIdleCallback(() => resolve(), { timeout: longestMs })
    }
  })
}
