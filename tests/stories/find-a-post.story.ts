import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'

const chromium = useChromium()

test('The posts of the folder stand in order, each with its date and what is special about it', async () => {
  const blog = ourBlog()
  execFileSync('mkdir', ['-p', join(blog.folder, '_site'), join(blog.folder, 'node_modules/x')])
  writeFileSync(join(blog.folder, '_site/built.md'), '---\ntitle: Built\n---\n')
  writeFileSync(join(blog.folder, 'node_modules/x/readme.md'), '---\ntitle: Module\n---\n')
  writeFileSync(join(blog.folder, '_posts/2024-10-01-new-one.md'), '---\ntitle: A new one\n---\nHello.\n')
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), '---\ntitle: Hello\n---\nHello again.\n')
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)

  const list = page.getByRole('listbox')
  await list.getByText('A new one').waitFor()
  await list.getByText('Edited').waitFor()
  const rows = await list.getByRole('option').allInnerTexts()
  const titles = rows.map(row => row.split('\n')[0])

  expect(titles).toEqual([
    'Compaction in the open',
    'What I would say now',
    'After the holidays',
    'A new one',
    'Tape robots at ArchiveCon',
    'A tape that forgot',
    'The restore drill',
    'Checksums for poets',
    'Hello',
    'About',
    'Home',
  ])
  const rowOf = (title: string) => rows.find(row => row.startsWith(title))
  expect(rowOf('What I would say now')).toContain('Draft')
  expect(rowOf('Compaction in the open')).toContain('Draft')
  expect(rowOf('After the holidays')).toContain('Future')
  expect(rowOf('A new one')).toContain('New')
  expect(rowOf('Hello')).toContain('Edited')
  expect(rowOf('Tape robots at ArchiveCon')).toContain('Sep 14, 2024')
})

test('Typing filters the list, and Enter opens the best', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  await page.getByRole('listbox').getByText('Hello').waitFor()

  await page.getByPlaceholder('Filter').fill('poets')
  await page.keyboard.press('Enter')

  await page.getByRole('textbox', { name: 'Text of the post' }).getByText('Checksums for poets').waitFor()
  expect(await page.getByRole('option').count()).toBe(1)
})
