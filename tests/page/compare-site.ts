import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { runHost } from '../support/host-process.ts'
import { type BuiltSite, buildSite } from './built-site.ts'
import { pixelDifference } from './pixel-difference.ts'

export interface CompareOptions {
  readonly folder: string
  /** Part of the path of the post; the newest one, if left out. */
  readonly post?: string
  /** Where the pictures go; nowhere, if left out. */
  readonly pictures?: string
  /** Of the site's page. */
  readonly widthPixels?: number
  readonly colorScheme?: 'light' | 'dark'
}

export interface Compared {
  readonly title: string
  readonly width: number
  readonly height: number
  /** Of all pixels, those that differ. */
  readonly share: number
  /** Where the preview says that it may differ. */
  readonly said: readonly string[]
}

const defaultWidth = 1100
const height = 1_500

/**
 * Shows one post of a site as the real Jekyll builds it and as the preview's Page view has it, in one browser at one
 * width, and counts the pixels that differ. Scripts run in neither; embeds and pictures of other hosts are left out of both.
 */
export async function compareSite(browser: Browser, options: CompareOptions): Promise<Compared> {
  const built = await buildSite(options.folder, options.post)
  const home = mkdtempSync(join(tmpdir(), 'lectern-home-'))
  const host = await runHost(built.source, home)
  try {
    const preview = await showPreview(browser, host.url, built, options)
    const reference = await showReference(browser, built, preview, options)
    const blank = await browser.newPage()
    const { share, picture } = await pixelDifference(blank, reference, preview.picture)
    await blank.close()
    if (options.pictures !== undefined)
      keepPictures(options.pictures, { jekyll: reference, preview: preview.picture, difference: picture })
    const { width, said } = preview
    return { title: built.title, width, height: preview.height, share, said }
  } finally {
    await host.stop()
    built.close()
    rmSync(home, { recursive: true, force: true })
  }
}

interface Shown {
  readonly picture: Buffer
  readonly width: number
  readonly height: number
  readonly said: readonly string[]
}

async function showPreview(
  browser: Browser,
  url: string,
  { title }: BuiltSite,
  { widthPixels = defaultWidth, colorScheme = 'light' }: CompareOptions,
): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: widthPixels * 2, height }, colorScheme })
  try {
    await onlyLoopback(context)
    const page = await context.newPage()
    await page.goto(url)
    await page.getByPlaceholder('Filter').fill(title)
    await page.getByRole('option', { name: title }).first().click()
    await page.getByRole('button', { name: 'Page', exact: true }).click()
    const frame = page.locator('iframe[title="Preview of the post"]')
    await page.frameLocator('iframe[title="Preview of the post"]').locator('body > *').first().waitFor()
    await widen(page, widthPixels)
    const inside = (await (await frame.elementHandle())!.contentFrame())!
    await inside.addStyleTag({ content: leftOut })
    await settle(inside)
    await inside.evaluate(() => window.scrollTo(0, 0))
    const box = (await frame.boundingBox())!
    const said = await page.locator('details li').allTextContents()
    const [x, y] = [Math.ceil(box.x), Math.ceil(box.y)]
    const clip = {
      x,
      y,
      width: Math.floor(box.x + box.width) - x,
      height: Math.floor(box.y + box.height) - y,
    }
    const picture = await page.screenshot({ clip })
    return { picture, width: clip.width, height: clip.height, said }
  } finally {
    await context.close()
  }
}

/** Gives the window the width at which the preview has the wanted one. */
async function widen(page: Page, wanted: number): Promise<void> {
  const frame = page.locator('iframe[title="Preview of the post"]')
  for (let round = 0; round < 4; round++) {
    const { width } = (await frame.boundingBox())!
    if (Math.abs(width - wanted) < 1) return
    const size = page.viewportSize()!
    await page.setViewportSize({ ...size, width: Math.round(size.width + (wanted - width) * 1.8) })
  }
}

async function showReference(
  browser: Browser,
  built: BuiltSite,
  { width, height: tall }: Shown,
  { colorScheme = 'light' }: CompareOptions,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width, height: tall },
    colorScheme,
  })
  try {
    await onlyLoopback(context, built)
    const page = await context.newPage()
    await page.goto(built.url)
    await page.addStyleTag({ content: leftOut })
    await settle(page.mainFrame())
    return await page.screenshot()
  } finally {
    await context.close()
  }
}

/** Embeds, pictures of other hosts, and what moves. */
const leftOut = `
  iframe, object, embed, video, lectern-own, .lectern-left-out { display: none !important }
  *, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important }
  html { scrollbar-width: none !important; scroll-behavior: auto !important }
`

async function onlyLoopback(context: BrowserContext, built?: BuiltSite): Promise<void> {
  await context.route('**/*', async route => {
    const url = new URL(route.request().url())
    if (url.protocol === 'data:' || url.hostname === '127.0.0.1' || url.hostname.endsWith('localhost'))
      return route.continue()
    if (built && built.siteUrl !== '' && url.href.startsWith(`${built.siteUrl}/`))
      return route.fulfill({ response: await route.fetch({ url: built.origin + url.pathname }) })
    return route.abort()
  })
}

/** Waits for styles, fonts and pictures, and leaves out pictures that did not come. */
async function settle(frame: Frame): Promise<void> {
  await pause(1_000)
  await frame
    .waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(link => link.sheet) &&
        [...document.images].every(image => image.complete),
      undefined,
      { timeout: 10_000 },
    )
    .catch(() => undefined)
  await frame.evaluate(async () => {
    for (const image of document.images) if (image.naturalWidth === 0) image.classList.add('lectern-left-out')
    await document.fonts.ready
  })
  await pause(300)
}

function keepPictures(folder: string, pictures: Readonly<Record<string, Buffer>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.png`), picture)
}
