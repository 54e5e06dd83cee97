import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

const ids = Array.from({ length: 200 }, (_, index) => String(index).padStart(11, 'a'))

async function openManyEmbeds() {
  const { folder } = ourBlog()
  const embeds = ids.map(
    id => `<iframe src="https://www.youtube.com/embed/${id}"></iframe>\n\nWords ${id}.\n`,
  )
  writeFileSync(
    join(folder, '_posts/2022-02-01-hello.md'),
    `---\ntitle: Hello\n---\nThe opening.\n\n${embeds.join('\n')}\nThe end.\n`,
  )
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const loads: string[] = []
  await page.context().route('https://www.youtube-nocookie.com/embed/**', route => {
    loads.push(new URL(route.request().url()).pathname.slice('/embed/'.length))
    return route.fulfill({ contentType: 'text/html', body: '<p>playing</p>' })
  })
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Preview: the content alone')
  const cards = desk.preview.locator('figure.card')
  await expect.poll(() => cards.count(), { timeout: 15_000 }).toBe(ids.length)
  const playing = desk.preview.locator('figure[data-player=playing]')
  return { page, desk, cards, playing, loads }
}

test('Of two hundred players only those in sight load by themselves, where that is set, and none of them twice', async () => {
  const { page, desk, cards, playing, loads } = await openManyEmbeds()
  await page.waitForTimeout(500)
  expect(loads).toEqual([])

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog')
  await settings.getByLabel('Load players at once in this folder').click()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => playing.count()).toBeGreaterThan(0)
  await page.waitForTimeout(500)
  const first = [...loads]
  expect(first).toEqual(ids.slice(0, first.length))
  expect(first.length).toBeLessThan(8)

  await desk.goBehind('The opening.')
  await page.keyboard.type(' More.\n\nA block.')
  await desk.preview.getByText('A block.').waitFor()
  expect(loads.filter(id => first.includes(id))).toEqual(first)

  for (const index of [60, 120, 199]) await cards.nth(index).scrollIntoViewIfNeeded()
  await expect.poll(() => loads).toContain(ids[199])
  expect(new Set(loads).size).toBe(loads.length)
  expect(loads.length).toBeLessThanOrEqual(24)
})

test('Without a network the cards stay, and the players come with it', async () => {
  const { page, desk, playing, cards } = await openManyEmbeds()
  await page.context().setOffline(true)
  await desk.run('Load players at once in the preview: on or off')
  await page.waitForTimeout(1_000)
  expect(await playing.count()).toBe(0)
  await cards.first().getByRole('button', { name: /Play/ }).click()
  await cards.first().getByText('There is no network.').waitFor()

  await page.context().setOffline(false)
  await expect.poll(() => playing.count()).toBeGreaterThan(0)
})
