import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { runHost } from '../support/host-process.ts'

/**
 * Plays the life of a talk post on the starter, step by step, and takes a picture of each: docs/walk/*.png.
 *
 *     npm run walk
 */

const pictures = resolve(import.meta.dirname, '../../docs/walk')

interface Step {
  readonly name: string
  readonly play: (desk: Desk, page: Page) => Promise<void>
}

const deck =
  '<script async class="speakerdeck-embed" data-id="0f1e2d3c4b5a69788796a5b4c3d2e1f0" data-ratio="1.77777777777778" src="//speakerdeck.com/assets/embed.js"></script>'

const steps: readonly Step[] = [
  {
    name: '1-look-around',
    play: async desk => {
      await desk.open('A walk through Lectern')
      await desk.preview
        .getByText('Eight steps')
        .or(desk.preview.getByText('This folder is yours'))
        .first()
        .waitFor()
    },
  },
  {
    name: '2-write-and-see',
    play: async (desk, page) => {
      await desk.open('A cache is a promise')
      await desk.goBehind('title:')
      await page.keyboard.press('Control+End')
      await desk.preview.locator('figure.card').first().waitFor()
    },
  },
  {
    name: '3-new-talk-post',
    play: async (_, page) => {
      await page.keyboard.press('Control+Alt+N')
      await page.getByLabel('Title', { exact: true }).fill('Lighthouses for small boats')
      await page.getByLabel('Event', { exact: true }).fill('HarbourConf')
      await page.getByLabel('Slides', { exact: true }).fill(deck)
      await page.getByLabel('Made after').selectOption('Lectern’s own template')
    },
  },
  {
    name: '4-slides',
    play: async (desk, page) => {
      await page.getByRole('button', { name: 'Create' }).click()
      await desk.text.getByText('HarbourConf').first().waitFor()
      await desk.preview.getByRole('button', { name: /Speaker Deck/ }).waitFor()
      await page.keyboard.press('Control+Shift+E')
      await page.getByLabel('Address or embed code').fill('https://www.youtube.com/watch?v=aqz-KE-bpKQ')
      await page.getByLabel('What will be written').waitFor()
    },
  },
  {
    name: '5-link',
    play: async (desk, page) => {
      await page.keyboard.press('Escape')
      await desk.text
        .getByText('The code I showed')
        .first()
        .dblclick({ position: { x: 70, y: 8 } })
      await page.keyboard.press('Control+K')
      await page.getByRole('combobox', { name: 'Link' }).fill('queues')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: '6-publish',
    play: async (_, page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Enter')
      await page
        .getByRole('dialog', { name: 'Publish' })
        .getByText('lighthouses-for-small-boats.md')
        .first()
        .waitFor()
    },
  },
  {
    name: '7-the-video-is-out',
    play: async (desk, page) => {
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Committed' }).waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Alt+V')
      await page.getByLabel('Video', { exact: true }).fill('https://www.youtube.com/watch?v=aqz-KE-bpKQ')
      await page.keyboard.press('Enter')
      await desk.preview.getByRole('button', { name: /YouTube/ }).waitFor()
      await desk.run('Side panel: Updates')
    },
  },
  {
    name: '8-what-is-missing',
    play: async (_, page) => {
      await page.keyboard.press('Control+S')
      await page.waitForTimeout(500)
      await page.keyboard.press('Control+Alt+T')
      await page.getByRole('dialog', { name: 'Talks' }).getByText('Lighthouses for small boats').waitFor()
    },
  },
]

async function walk(): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const home = mkdtempSync(join(tmpdir(), 'lectern-walk-'))
  const host = await runHost(undefined, home)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await page.goto(host.url)
    const desk = deskOf(page)
    for (const step of steps) {
      await step.play(desk, page)
      await page.waitForTimeout(400)
      await page.screenshot({ path: join(pictures, `${step.name}.png`) })
      process.stdout.write(`${step.name}\n`)
    }
  } finally {
    await browser.close()
    await host.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

await walk()
