import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()
const post = '_posts/2022-02-01-hello.md'

test('What is typed is saved by itself, and the status bar says so when it is', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const desk = deskOf(await openWindow(chromium(), url))
  await desk.open('Hello')
  await desk.goBehind('First post.')

  await desk.page.keyboard.type(' Bring tea.')
  await expect
    .poll(() => readFileSync(join(blog.folder, post), 'utf8'), { timeout: 10_000 })
    .toContain('when the trains run. Bring tea.\n')
  await desk.status.getByText('Saved').waitFor()
})

test('A service killed in mid-sentence loses nothing that was typed more than a second ago', async () => {
  const blog = ourBlog()
  const first = await startHost(blog.folder)
  const page = await openWindow(chromium(), first.url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await page.keyboard.press('Control+,')
  await page.getByLabel('Save by itself').uncheck()
  await page.keyboard.press('Escape')
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring tea.')
  await pause(1000)
  await first.stop('SIGKILL')

  const second = await startHost(blog.folder, first.home)
  const again = deskOf(await openWindow(chromium(), second.url))
  await again.text.getByText('Bring tea.').waitFor()

  expect(await again.source()).toContain('when the trains run. Bring tea.\n')
  expect(readFileSync(join(blog.folder, post), 'utf8')).not.toContain('Bring tea.')
  expect(await again.status.innerText()).not.toContain('Saved')
})

test('After a kill a long post stands where the writer was, and undo goes back before it', async () => {
  const blog = ourBlog()
  const paragraphs = Array.from({ length: 120 }, (_, index) => `\nParagraph ${index}.\n`).join('')
  writeFileSync(join(blog.folder, post), readFileSync(join(blog.folder, post), 'utf8') + paragraphs)
  const first = await startHost(blog.folder)
  const page = await openWindow(chromium(), first.url)
  const desk = deskOf(page)
  await desk.open('Hello')
  const scroller = (of: Page) =>
    of
      .locator('.cm-scroller')
      .first()
      .evaluate(element => element.scrollTop)
  await desk.text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Bring tea.')
  await desk.status.getByText('Saved', { exact: true }).waitFor()
  await page.keyboard.press('PageUp')
  await page.keyboard.type('Milk. ')
  await desk.status.getByText('Unsaved edits kept').waitFor()
  const scrolled = await scroller(page)
  expect(scrolled).toBeGreaterThan(1000)
  await first.stop('SIGKILL')

  const second = await startHost(blog.folder, first.home)
  const next = await openWindow(chromium(), second.url)
  const again = deskOf(next)
  await expect.poll(() => scroller(next), { timeout: 10_000 }).toBe(scrolled)
  expect(await again.source()).toMatch(/Milk\. .*Bring tea\.$/s)
  await again.text.focus()
  await next.keyboard.type('And sugar. ')
  expect(await again.source()).toContain('Milk. And sugar. ')
  for (let times = 0; times < 6; times++) await next.keyboard.press('Control+z')
  expect(await again.source()).not.toMatch(/sugar|Milk|tea/)
})

test('A post that another program renames goes on under its new name, and one that is back goes on by itself', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.goBehind('First post.')
  renameSync(join(blog.folder, post), join(blog.folder, '_posts/2022-02-01-moved.md'))
  await page.keyboard.type(' Mine.')
  await desk.status.getByText('Not saved: another program removed this file').waitFor()
  await page.getByRole('option', { name: 'Hello' }).waitFor()

  await desk.status.getByRole('button', { name: 'Choose…' }).click()
  const dialog = page.getByRole('dialog', { name: 'The file has another name' })
  await dialog.getByRole('textbox', { name: 'Save as' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Go on there' }).click()
  await desk.status.getByText('Saved', { exact: true }).waitFor()
  expect(readFileSync(join(blog.folder, '_posts/2022-02-01-moved.md'), 'utf8')).toContain('run. Mine.\n')
  expect(existsSync(join(blog.folder, post))).toBe(false)

  renameSync(join(blog.folder, '_posts'), join(blog.folder, '_away'))
  await page.keyboard.type(' More.')
  await desk.status.getByText('Not saved: another program removed this file').waitFor()
  renameSync(join(blog.folder, '_away'), join(blog.folder, '_posts'))
  await desk.status.getByText('Saved', { exact: true }).waitFor()
  expect(readFileSync(join(blog.folder, '_posts/2022-02-01-moved.md'), 'utf8')).toContain('Mine. More.\n')
})

test('A reloaded tab comes back with the text, where the writer was', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring tea.')
  await pause(1000)

  await page.reload()
  await desk.text.getByText('Bring tea.').waitFor()
  await desk.text.focus()
  await page.keyboard.type(' And milk.')

  expect(await desk.source()).toContain('Bring tea. And milk.\n')
})

test('A file another program changed is not overwritten: the writer is asked', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  const before = readFileSync(join(blog.folder, post), 'utf8')
  await desk.goBehind('First post.')

  await page.keyboard.type(' Mine.')
  const theirs = before.replace('First post.  More when the trains run.', 'Theirs.')
  writeFileSync(join(blog.folder, post), theirs)

  await desk.status.getByRole('button', { name: 'Choose…' }).click()
  await page.getByRole('dialog', { name: 'Two versions of this post' }).waitFor()
  expect(readFileSync(join(blog.folder, post), 'utf8')).toBe(theirs)
  expect(await desk.source()).toContain('Mine.')
})

test('Where both changed the same words, the writer chooses place by place, by keyboard too', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  const before = readFileSync(join(blog.folder, post), 'utf8')
  await desk.goBehind('First post.')

  await page.keyboard.type(' Mine.')
  const mine = await desk.source()
  writeFileSync(join(blog.folder, post), before.replace('First post.  More', 'Theirs.  More'))

  await desk.status.getByRole('button', { name: 'Choose…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two versions of this post' })
  await dialog.getByRole('group', { name: 'Difference 1 of 1' }).waitFor()
  expect(await dialog.getByRole('button', { name: 'Use these choices' }).isDisabled()).toBe(true)
  await page.keyboard.press('ArrowUp')
  expect(await dialog.getByRole('radio', { name: 'Both, mine first' }).isChecked()).toBe(true)
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Use these choices' }).press('Enter')

  await desk.status.getByText('Saved').waitFor()
  const [line = ''] = /^First post.*$/m.exec(mine) ?? []
  const both = `${line}\n${line.replace('First post.', 'Theirs.').replace(' Mine.', '')}`
  expect(readFileSync(join(blog.folder, post), 'utf8')).toBe(mine.replace(line, both))
})

test('A sync client’s conflict copy is offered beside its post, joined with it, and goes to the trash', async () => {
  const blog = ourBlog()
  const copy = '_posts/2022-02-01-hello (Ann’s conflicted copy 2026-07-14).md'
  const before = readFileSync(join(blog.folder, post), 'utf8')
  writeFileSync(join(blog.folder, copy), before.replace('First post.', 'Ann’s post.'))
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await page.getByRole('option', { name: 'Conflict copy' }).waitFor()

  await desk.status.getByRole('button', { name: 'Compare…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two versions of this post' })
  await dialog.getByRole('group', { name: 'Difference 1 of 1' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('radio', { name: 'Both, mine first' }).check()
  await dialog.getByRole('button', { name: 'Use these choices' }).click()

  await page.getByText('is in the trash.').waitFor()
  const [line = ''] = /^First post.*$/m.exec(before) ?? []
  const both = before.replace(line, `${line}\n${line.replace('First post.', 'Ann’s post.')}`)
  expect(readFileSync(join(blog.folder, post), 'utf8')).toBe(both)
  expect(existsSync(join(blog.folder, copy))).toBe(false)
  await expect.poll(() => page.getByRole('option', { name: 'Conflict copy' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => existsSync(join(blog.folder, copy))).toBe(true)
})
