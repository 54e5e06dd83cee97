import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('Any command takes other keys, and gives them back', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  await desk.run('All shortcuts')
  const sheet = page.getByRole('dialog', { name: 'All shortcuts' })
  await sheet.getByRole('button', { name: /^Struck out: no keys/ }).click()
  await page.keyboard.press('Control+B')
  await sheet.getByRole('button', { name: 'Struck out: Ctrl+B' }).waitFor()
  await sheet.getByRole('button', { name: 'Bold: no keys' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')

  await desk.goBehind('First post.')
  await page.keyboard.type(' struck')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+B')
  expect(await desk.source()).toContain('~~struck~~')

  await desk.run('All shortcuts')
  await sheet.getByRole('button', { name: 'Lectern’s own keys again' }).click()
  await sheet.getByRole('button', { name: 'Bold: Ctrl+B' }).waitFor()
})
