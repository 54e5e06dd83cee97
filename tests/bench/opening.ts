import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { type Figure, figure } from './figures.ts'
import { postOfSize } from './posts.ts'
import { dialogTimes } from './probe.ts'
import type { Program } from './program.ts'
import { openPost } from './typing.ts'

const rounds = 6
const sizeBytes = 6_000
const quietMs = 2_000
const limit = 50

const palette = 'Control+Shift+P'

/** Every command that opens something, as the palette calls it. */
const commands = [
  'Open a post…',
  'New talk post…',
  'Open a folder…',
  'Find in all posts…',
  'Link…',
  'Insert an embed…',
  'Add an update…',
  'The video is out…',
  'Rename this post…',
  'Versions of this post…',
  'Talks and what each lacks…',
  'Labels and addresses that contradict…',
  'Publish this post…',
  'Settings…',
  'All shortcuts',
] as const

/** From the key that asks for a dialog to the frame that shows it: the palette by its own, the others by Enter in it. */
export async function measureOpening(browser: Browser, program: Program): Promise<Figure[]> {
  const { page, close } = await openPost(browser, program, postOfSize(sizeBytes))
  try {
    await pause(quietMs)
    return await openAll(page, program.label)
  } finally {
    await close()
  }
}

async function openAll(page: Page, subject: string): Promise<Figure[]> {
  const ofPalette: number[] = []
  const ofCommand = new Map<string, number[]>(commands.map(command => [command, []]))
  // The first round also meets each dialog for the first time, as a writer does.
  for (let round = 0; round < rounds; round++)
    for (const [command, times] of ofCommand) {
      await page.keyboard.press(palette)
      ofPalette.push(await dialogTimes(page))
      await page.getByRole('combobox').last().fill(command)
      await page.keyboard.press('Enter')
      times.push(await dialogTimes(page))
      await pause(60)
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await pause(60)
    }
  const all = [...ofCommand.values()].flat()
  const slowest = [...ofCommand].toSorted((a, b) => Math.max(...b[1]) - Math.max(...a[1]))[0]
  return [
    figure({ what: 'key → palette', subject, limit }, ofPalette),
    figure({ what: `key → dialog, ${commands.length} commands`, subject, limit }, all),
    figure({ what: 'key → dialog, the slowest command', subject: slowest?.[0] ?? '' }, slowest?.[1] ?? []),
  ]
}
