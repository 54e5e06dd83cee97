/** Draws assets/icons/*.png from icon.svg: `node tests/support/render-icons.ts`. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { launchChromium } from './chromium.ts'

const folder = resolve(import.meta.dirname, '../../assets/icons')
/** 1024 for macOS and Windows, whose formats the packager makes from it; the others for Linux. */
const sizes = [1024, 512, 256, 128, 64, 48, 32, 16]

mkdirSync(folder, { recursive: true })
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')
const browser = await launchChromium()
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    )
    await page.screenshot({ path: join(folder, `${size}x${size}.png`), omitBackground: true })
  }
} finally {
  await browser.close()
}
