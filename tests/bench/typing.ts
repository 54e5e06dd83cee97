import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { postOfSize } from './posts.ts'
import { installProbe, keyTimes, paintedAfter, previewFrame } from './probe.ts'
import { type Program, startProgram } from './program.ts'

const warmUpKeys = 5
const measuredKeys = 100

export interface TypingSize {
  readonly label: string
  readonly sizeBytes: number
  /** Of key → preview painted. */
  readonly limit?: number
}

export const typingSizes: readonly TypingSize[] = [
  { label: '6 KB', sizeBytes: 6_000, limit: 60 },
  { label: '100 KB', sizeBytes: 100_000, limit: 90 },
  { label: '1 MB', sizeBytes: 1_000_000 },
]

interface KeyCost {
  readonly frame: number
  readonly painted: number | undefined
}

/** Types in the middle of a post of each size: how long until the preview shows a key, and until the editor does. */
export async function measureTyping(
  browser: Browser,
  program: Program,
  sizes: readonly TypingSize[],
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const both = await typeIn(browser, program, size, true)
    const alone = program.label === 'Lectern' ? await typeIn(browser, program, size, false) : undefined
    const painted = both.flatMap(cost => (cost.painted === undefined ? [] : [cost.painted]))
    const limit = program.label === 'Lectern' ? size.limit : undefined
    figures.push(
      figure(
        {
          what: `key → preview painted, ${size.label}`,
          subject: program.label,
          ...(limit !== undefined && { limit }),
        },
        painted,
      ),
    )
    const bare =
      alone && figure({ what: `key → frame, ${size.label}`, subject: 'editor alone' }, alone.map(frameOf))
    const frameLimit = bare && size.sizeBytes === 1_000_000 ? Math.round(bare.p95 * 15) / 10 : undefined
    figures.push(
      figure(
        {
          what: `key → frame, ${size.label}`,
          subject: `${program.label} with preview`,
          ...(frameLimit !== undefined && { limit: frameLimit }),
        },
        both.map(frameOf),
      ),
    )
    if (bare) figures.push(bare)
  }
  return figures
}

export function frameOf(cost: KeyCost): number {
  return cost.frame
}

async function typeIn(
  browser: Browser,
  program: Program,
  size: TypingSize,
  withPreview: boolean,
): Promise<KeyCost[]> {
  const window = await openPost(browser, program, postOfSize(size.sizeBytes))
  try {
    if (!withPreview) await window.page.keyboard.press('Control+\\')
    return await typeKeys(window.page, withPreview)
  } finally {
    await window.close()
  }
}

/** A window with the cursor in the first lines of a post, when all is quiet. */
export async function openPost(
  browser: Browser,
  program: Program,
  post: string,
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const folder = blogWith(post)
  const running = await startProgram(program, folder)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const close = async (): Promise<void> => {
    await context.close()
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await installProbe(context)
    const page = await context.newPage()
    await page.goto(running.url)
    await page.locator('.cm-line').nth(12).waitFor()
    await paintedAfter(await previewFrame(page), 0, 30_000)
    await page.locator('.cm-line').nth(8).click()
    await page.keyboard.press('End')
    await pause(1_500)
    return { page, close }
  } catch (error) {
    await close()
    throw error
  }
}

export async function typeKeys(page: Page, withPreview: boolean): Promise<KeyCost[]> {
  const costs: KeyCost[] = []
  for (let index = 0; index < warmUpKeys + measuredKeys; index++) {
    const cost = await typeKey(page, index, withPreview)
    if (index >= warmUpKeys) costs.push(cost)
  }
  return costs
}

/** @param index of the key in a run */
export async function typeKey(page: Page, index: number, withPreview: boolean): Promise<KeyCost> {
  await page.keyboard.press(index % 6 === 5 ? ',' : 'e')
  const { key, frame } = await keyTimes(page)
  const painted = withPreview ? await paintedAfter(await previewFrame(page), key, 8_000) : undefined
  // Not in step with the display, nor with the journal.
  await pause(60 + ((index * 37) % 90))
  return { frame: frame - key, painted: painted === undefined ? undefined : painted - key }
}

/** A small site around one post, which opens by itself. */
export function blogWith(post: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-blog-'))
  mkdirSync(join(folder, '_posts'))
  mkdirSync(join(folder, '_layouts'))
  writeFileSync(join(folder, '_config.yml'), 'title: Bench\npermalink: /:title/\n')
  writeFileSync(join(folder, '_layouts/post.html'), '<h1>{{ page.title }}</h1>\n{{ content }}\n')
  writeFileSync(join(folder, '_posts/2026-01-02-bench.md'), post)
  return folder
}
