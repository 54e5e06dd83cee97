import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()
const tape = '_posts/2024-04-03-a-tape-that-forgot.md'
const hello = '_posts/2022-02-01-hello.md'

/** The text of the post beside. */
function textBeside(page: Page) {
  return page.getByRole('textbox', { name: 'Text of the second post' })
}

async function openBeside(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Alt+b')
  await page.getByRole('dialog', { name: 'Open a post beside' }).getByRole('combobox').fill(title)
  await page.keyboard.press('Enter')
  await textBeside(page).getByText(title).first().waitFor()
}

async function expectFocus(text: Locator): Promise<void> {
  await expect
    .poll(() => text.evaluate(element => element === document.activeElement), { timeout: 10_000 })
    .toBe(true)
}

function onDisk(folder: string, path: string): () => string {
  return () => readFileSync(join(folder, path), 'utf8')
}

/** What the file holds, a moment after the last key. */
function saved(folder: string, path: string) {
  return expect.poll(onDisk(folder, path), { timeout: 8_000 })
}

test('Two posts stand side by side, each written and saved by itself, by keyboard alone', async () => {
  const { folder } = ourBlog()
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.text.focus()

  await openBeside(page, 'Hello')
  await expectFocus(textBeside(page))
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Beside the tape')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+b')
  await saved(folder, hello).toMatch(/Beside the \*\*tape\*\*$/)
  expect(await desk.source()).not.toContain('Beside')
  expect(await accessibilityProblems(page)).toEqual([])

  await page.keyboard.press('Shift+F6')
  await expectFocus(desk.text)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('The first says so.')
  await saved(folder, tape).toMatch(/The first says so\.$/)
  expect(onDisk(folder, hello)()).not.toContain('The first')

  await page.keyboard.press('Control+Alt+x')
  await desk.text.getByText('Beside the').waitFor()
  await textBeside(page).getByText('The first says so.').waitFor()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await saved(folder, hello).not.toContain('Beside')

  await page.keyboard.press('Control+Alt+w')
  await textBeside(page).waitFor({ state: 'detached' })
  await desk.preview.getByText('First post.').waitFor()
})

test('A post is open in one editor only, and each follows what another program does to its file', async () => {
  const { folder } = ourBlog()
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.text.focus()
  await openBeside(page, 'Hello')

  await desk.text.click()
  await page.getByRole('option', { name: 'Hello' }).first().click()
  await expectFocus(textBeside(page))
  await desk.text.getByText('A tape that forgot').first().waitFor()

  await page.keyboard.press('Control+Alt+b')
  await page.getByRole('dialog').getByRole('combobox').fill('A tape that forgot')
  await page.keyboard.press('Enter')
  await page.getByText('open already').waitFor()

  writeFileSync(join(folder, hello), `${onDisk(folder, hello)()}\nFrom another program.\n`)
  await textBeside(page).getByText('From another program.').waitFor()
})

test('What lay beside is beside again after a crash, with what was typed into it', async () => {
  const { folder } = ourBlog()
  const first = await startHost(folder)
  const page = await openWindow(chromium(), first.url)
  await deskOf(page).open('A tape that forgot')
  await deskOf(page).text.focus()
  await page.keyboard.press('Control+,')
  await page.getByLabel('Save by itself').uncheck()
  await page.keyboard.press('Escape')
  await openBeside(page, 'Hello')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Not on the disk yet.')
  await page.getByRole('contentinfo').getByText('Unsaved edits kept').waitFor()
  await page.waitForTimeout(600)
  await page.close()
  await first.stop('SIGKILL')

  const second = await startHost(folder, first.home)
  const again = await openWindow(chromium(), second.url)
  const text = deskOf(again).text.or(textBeside(again)).getByText('Not on the disk yet.')
  await text.waitFor()
  expect(onDisk(folder, hello)()).not.toContain('Not on the disk yet.')
})

test('An address that was copied of the post beside is spoken of when typing there changes it', async () => {
  const { folder } = ourBlog()
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const desk = deskOf(page)
  await desk.open('Checksums for poets')
  await openBeside(page, 'A tape that forgot')
  await page.keyboard.press('Control+Alt+c')
  await page.getByText(/^Copied \/.*a-tape-that-forgot/).waitFor()
  await textBeside(page).getByText('A tape that forgot').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type('\npermalink: /another/')
  await page.getByText(/this post is at \/another\/ now/).waitFor()
  await page.getByRole('button', { name: 'Undo the change' }).click()
  await expect.poll(() => textBeside(page).innerText()).not.toContain('/another/')
})
