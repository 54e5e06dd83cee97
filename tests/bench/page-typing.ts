import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { generateSite, postCount } from './large-site.ts'
import { installProbe, previewFrame } from './probe.ts'
import { type Program, startProgram } from './program.ts'
import { typeKeys } from './typing.ts'

/** Types in one post of many, shown in the page of the site, whose sidebar lists them all. */
export async function measurePageTyping(browser: Browser, program: Program): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  generateSite(folder)
  writeFileSync(join(folder, 'site.css'), 'main { float: left; width: 60% }\n')
  const link = '<link rel="stylesheet" href="/site.css">'
  const sidebar = '{% for p in site.posts %}<li><a href="{{ p.url }}">{{ p.title }}</a></li>{% endfor %}'
  writeFileSync(
    join(folder, '_layouts/post.html'),
    `<head>${link}</head><body><main>{{ content }}</main><aside>${sidebar}</aside>\n`,
  )
  const running = await startProgram(program, folder)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await installProbe(context)
    const page = await context.newPage()
    await page.goto(running.url)
    await page.locator('.cm-line').nth(12).waitFor({ timeout: 60_000 })
    await page
      .frameLocator('iframe')
      .locator('aside li')
      .nth(postCount - 1)
      .waitFor({ timeout: 60_000 })
    await previewFrame(page)
    await page.locator('.cm-line').nth(8).click()
    await page.keyboard.press('End')
    await pause(1_500)
    const costs = await typeKeys(page, true)
    const painted = costs.flatMap(cost => (cost.painted === undefined ? [] : [cost.painted]))
    return figure(
      { what: `key → page painted, ${postCount} posts listed beside it`, subject: program.label, limit: 50 },
      painted,
    )
  } finally {
    await context.close()
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const { launchChromium } = await import('../support/chromium.ts')
  const { tableOf } = await import('./figures.ts')
  const { ours } = await import('./program.ts')
  const browser = await launchChromium()
  process.stdout.write(`${tableOf([await measurePageTyping(browser, ours)])}\n`)
  await browser.close()
}
