import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { postOfSize } from './posts.ts'
import type { Program } from './program.ts'
import { frameOf, openPost, typeKeys } from './typing.ts'

const sizeBytes = 1_000_000

/** The dictionary is read, the problems are found and the outline stands. */
const quietMs = 8_000

/** Types in a post of 1 MB with its preview and outline beside it, spelling and problems marked. */
export async function measureTypingWithEverything(browser: Browser, program: Program): Promise<Figure> {
  const { page, close } = await openPost(browser, program, postOfSize(sizeBytes))
  try {
    await page.keyboard.press('Control+Shift+I')
    await page.getByRole('tab', { name: 'Outline' }).click()
    await page.locator('.cm-line').nth(8).click()
    await page.keyboard.press('End')
    await pause(quietMs)
    const costs = await typeKeys(page, true)
    const what = 'key → frame, 1 MB, spelling, outline and problems on'
    return figure({ what, subject: program.label, limit: 34 }, costs.map(frameOf))
  } finally {
    await close()
  }
}
