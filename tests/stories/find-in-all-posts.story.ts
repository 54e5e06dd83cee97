import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

test('Words are found in all posts and replaced in those chosen, with one undo', async () => {
  const blog = ourBlog()
  const changedPosts = () => blog.git('diff', '--name-only').trim().split('\n').filter(Boolean)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Checksums for poets')

  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog', { name: 'Find in all posts' })
  await dialog.getByLabel('Find', { exact: true }).fill('tape')
  await dialog.getByRole('status').filter({ hasText: 'posts.' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await dialog.getByLabel('As', { exact: true }).selectOption('A regular expression')
  await dialog.getByLabel('Find', { exact: true }).fill('(unclosed')
  await dialog.getByText('This is not a regular expression').waitFor()

  await dialog.getByLabel('Find', { exact: true }).fill('\\b(t)apes?\\b')
  await dialog.getByLabel('Replace', { exact: true }).check()
  await dialog.getByLabel('Replace with').fill('$1hing')
  await dialog.locator('ins', { hasText: 'thing' }).first().waitFor()
  const robots = dialog.getByRole('region', { name: 'Tape robots at ArchiveCon' })
  await robots.getByLabel('All of Tape robots').uncheck()
  await dialog.getByRole('button', { name: /^Replace \d+ places? in/ }).click()

  await page.getByText(/^Replaced \d+ places? in/).waitFor()
  expect(changedPosts()).not.toEqual([])
  expect(changedPosts()).not.toContain('_posts/2024-09-14-tape-robots-at-archivecon.md')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(changedPosts).toEqual([])
})

test('A result opens its post with what was found selected', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog', { name: 'Find in all posts' })
  await dialog.getByLabel('Find', { exact: true }).fill('poets')
  await dialog.getByRole('region', { name: 'Checksums for poets' }).getByRole('button').first().click()

  await desk.text.getByText('Checksums for poets').first().waitFor()
  await page.keyboard.type('bards')
  expect(await desk.source()).toContain('title: "Checksums for bards"')
})
