import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { postOfSize } from './posts.ts'
import { installProbe, paintedAfter, placedAt, previewFrame } from './probe.ts'
import { type Program, startProgram } from './program.ts'
import { blogWith } from './typing.ts'

const runs = 10
const sizeBytes = 6_000
const settleMs = 1_500

/** From navigation to the first painted preview, each time in a context without a cache. */
export async function measureStart(browser: Browser, program: Program): Promise<Figure> {
  const folder = blogWith(postOfSize(sizeBytes))
  const running = await startProgram(program, folder)
  const times: number[] = []
  try {
    for (let run = 0; run <= runs; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      await installProbe(context)
      const page = await context.newPage()
      // A new window loads the browser's own pages (its address bar is one), which an open one has done long ago.
      await pause(settleMs)
      await page.goto(running.url)
      await page.locator('.cm-line').first().waitFor()
      const started = await page.evaluate(() => performance.timeOrigin)
      const painted = await paintedAfter(await previewFrame(page), 0, 30_000)
      // A preview that is painted where nobody sees it yet does not count.
      const seen = Math.max(painted ?? Infinity, await placedAt(page))
      // The first run also reads the site for the first time.
      if (run > 0) times.push(seen - started)
      await context.close()
    }
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const limit = program.label === 'Lectern' ? { limit: 600 } : {}
  return figure({ what: 'start → first preview painted, 6 KB', subject: program.label, ...limit }, times)
}
