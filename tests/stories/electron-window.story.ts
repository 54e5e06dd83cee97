import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { startDesktop } from '../support/desktop-app.ts'
import { openDesktopWindow } from '../support/desktop-window.ts'
import { temporaryFolder } from '../support/temporary.ts'

const chromium = useChromium()

async function open() {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const blog = ourBlog()
  const app = await startDesktop(temporaryFolder('home'), [blog.folder])
  const page = await openDesktopWindow(chromium(), app)
  const violations: string[] = []
  page.on('console', message => {
    if (/Content Security Policy|TrustedScript|Refused to/.test(message.text()))
      violations.push(message.text())
  })
  return { app, page, violations, folder: blog.folder }
}

const post = '_posts/2023-11-20-restore-drill.md'

test('In the desktop app a post is opened, changed, seen and saved', async () => {
  const { page, folder, violations } = await open()
  await page.getByRole('listbox').getByText('The restore drill').click()
  const editor = page.getByRole('textbox', { name: 'Post' })
  await editor.getByText('The restore drill').first().waitFor()

  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\nWords typed in a window of its own.\n')
  const preview = page.frameLocator('iframe')
  await preview.getByText('Words typed in a window of its own.').waitFor()

  await page.keyboard.press('Control+S')
  await expect
    .poll(() => readFileSync(join(folder, post), 'utf8'), { timeout: 5_000 })
    .toContain('Words typed in a window of its own.')
  expect(violations).toEqual([])
})

test('In the desktop app what another program changes is seen', async () => {
  const { page, folder } = await open()
  await page.getByRole('listbox').getByText('The restore drill').click()
  const editor = page.getByRole('textbox', { name: 'Post' })
  await editor.getByText('The restore drill').first().waitFor()

  writeFileSync(join(folder, post), readFileSync(join(folder, post), 'utf8') + '\nFrom elsewhere.\n')

  await page.frameLocator('iframe').getByText('From elsewhere.').waitFor()
})

test('The menu bar of the desktop app holds the commands, and a row of it does what it says', async () => {
  const { app, page } = await open()
  await page.getByRole('listbox').getByText('The restore drill').waitFor()
  await expect.poll(() => app.menus.length).toBeGreaterThan(0)
  const rows = app.menus.at(-1)!.flatMap(menu => menu.submenu ?? [])
  const withKeys = rows.filter(row => row.accelerator !== undefined)
  expect(withKeys.length).toBeGreaterThan(3)
  // A key that a browser keeps for itself is a key like any other here.
  expect(withKeys.map(row => row.accelerator)).toContain('CommandOrControl+N')

  const newPost = rows.find(row => row.accelerator === 'CommandOrControl+N')!
  newPost.click!()

  await page.getByRole('dialog').waitFor()
})
