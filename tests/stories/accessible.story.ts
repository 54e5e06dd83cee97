import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

/** Each state of the window and the keys or commands that lead to it; Escape leads back. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['a post is open', async () => undefined],
  ['nothing fits the filter', page => page.getByPlaceholder('Filter').fill('zzzz')],
  ['the palette', page => page.keyboard.press('Control+Shift+P')],
  ['quick open', page => page.keyboard.press('Control+O')],
  ['new talk post', page => page.keyboard.press('Control+Alt+N')],
  ['insert an embed', page => page.keyboard.press('Control+Shift+E')],
  ['link', page => page.keyboard.press('Control+K')],
  ['add an update', page => page.keyboard.press('Control+Shift+U')],
  ['publish', page => page.keyboard.press('Control+Enter')],
  ['settings', page => page.keyboard.press('Control+,')],
  ['open a folder', page => page.keyboard.press('Control+Shift+O')],
  ['rename', page => page.keyboard.press('Control+Alt+R')],
  ['versions', page => page.keyboard.press('Control+Alt+H')],
  ['talks', page => page.keyboard.press('Control+Alt+T')],
  ['find in the post', page => page.keyboard.press('Control+F')],
]

const panels = ['Details', 'Links', 'Embeds', 'Updates', 'Outline']

test.each(['light', 'dark'] as const)('Every state of the window is accessible (%s)', async colorScheme => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url, { colorScheme })
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.preview.getByText('eleven minutes').waitFor()

  const problems: Record<string, readonly string[]> = {}
  const look = async (name: string): Promise<void> => {
    await page.waitForTimeout(150)
    const found = await accessibilityProblems(page)
    if (found.length > 0) problems[name] = found
  }
  for (const [name, reach] of states) {
    await reach(page)
    await look(name)
    await page.keyboard.press('Escape')
    await page.getByPlaceholder('Filter').fill('')
  }
  for (const panel of panels) {
    await desk.run(`Side panel: ${panel}`)
    await look(`panel ${panel}`)
  }
  expect(problems).toEqual({})
})
