import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('Wrong words are underlined, put right with the keyboard, or kept as one’s own', async () => {
  const blog = ourBlog()
  const post = '---\ntitle: Hello\n---\nI recieve `codde` on polyconfers.\n'
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), post)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  const underlined = () => desk.text.locator('.cm-misspelled').allInnerTexts()
  await expect.poll(underlined, { timeout: 20_000 }).toEqual(['recieve', 'polyconfers'])

  await desk.text.press('Control+Home')
  await page.keyboard.press('Control+Alt+;')
  const receive = page.getByRole('dialog', { name: 'Spelling of “recieve”' })
  await receive.getByRole('option', { name: 'receive', exact: true }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await receive.getByRole('option', { name: 'receive', exact: true }).click()
  expect(await desk.source()).toContain('I receive `codde`')

  await page.keyboard.press('Control+Alt+;')
  await page
    .getByRole('dialog', { name: 'Spelling of “polyconfers”' })
    .getByRole('option', { name: '“polyconfers” is right' })
    .click()
  await expect.poll(underlined).toEqual([])
  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(post)
})

test('A post in another language is left alone and says so, until a dictionary for it is added', async () => {
  const blog = ourBlog()
  const post = '---\ntitle: Grüße\nlang: de\n---\nViele Grüße aus Köln, und Grusse.\n'
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), post)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Grüße')
  const off = desk.status.getByRole('button', { name: 'Spelling off: no dictionary for German' })
  await off.waitFor()
  expect(await desk.text.locator('.cm-misspelled').count()).toBe(0)

  await off.click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const words = '5\nViele\nGrüße\naus\nKöln\nund\n'
  await settings.getByLabel('Files of a dictionary').setInputFiles([
    { name: 'de_DE.aff', mimeType: 'text/plain', buffer: Buffer.from('SET ISO8859-1\n', 'latin1') },
    { name: 'de_DE.dic', mimeType: 'text/plain', buffer: Buffer.from(words, 'latin1') },
  ])
  await settings.getByText('German (Germany)').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect
    .poll(() => desk.text.locator('.cm-misspelled').allInnerTexts(), { timeout: 20_000 })
    .toEqual(['Grusse'])
  expect(await off.count()).toBe(0)

  await page.keyboard.press('Control+,')
  await settings.getByRole('button', { name: 'Remove the dictionary for German (Germany)' }).click()
  await page.keyboard.press('Escape')
  await off.waitFor()
})
