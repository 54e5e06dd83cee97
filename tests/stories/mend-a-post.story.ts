import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

const hello = `---
title: Hello
---
See [the minutes][minutes] of that evening.

[slides]: https://slides.example/hello
`

test('The status bar counts problems, F8 goes to one, and a fix is one click and one undo', async () => {
  const blog = ourBlog()
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), hello)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  await desk.status.getByRole('button', { name: '1 problem' }).click()
  const list = page.getByRole('list', { name: 'Problems' })
  await list.getByText('minutes').waitFor()
  await list.getByText('No link of this post uses the definition “slides”.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await desk.text.press('Control+Home')
  await page.keyboard.press('F8')
  await desk.status.getByText('4:1', { exact: true }).waitFor()

  await list.getByRole('button', { name: 'Take the definition out' }).click()
  await expect.poll(desk.source).not.toContain('[slides]:')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(desk.source).toBe(hello)
})

test('A kind of problem is not told of again, in any post and after a reload, until the writer asks', async () => {
  const blog = ourBlog()
  const picture = '---\ntitle: Hello\n---\n![](/images/web/ladder.png)\n'
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), picture)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Side panel: Problems')
  const list = page.getByRole('list', { name: 'Problems' })
  const hint = list.getByText('This picture says nothing')
  await hint.waitFor()
  await list.getByRole('button', { name: 'Not this kind' }).click()
  await hint.waitFor({ state: 'detached' })
  await page.getByText('One kind is not told of.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await page.reload()
  await page.getByText('One kind is not told of.').waitFor()
  await page.getByRole('button', { name: 'Tell of all' }).click()
  await list.getByText('This picture says nothing').waitFor()
  await list.getByRole('button', { name: 'It only decorates' }).click()
  await expect.poll(desk.source).toContain('![](/images/web/ladder.png){: alt=""}')
})

test('Settings say how loud each kind of problem is, or that it is not told of', async () => {
  const blog = ourBlog()
  writeFileSync(join(blog.folder, '_posts/2022-02-01-hello.md'), hello)
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Side panel: Problems')
  const list = page.getByRole('list', { name: 'Problems' })
  const unused = list.getByRole('listitem').filter({ hasText: 'uses the definition “slides”' })
  await unused.getByText('Hint').waitFor()

  await page.keyboard.press('Control+,')
  const level = page.getByLabel('No link uses a definition')
  await level.selectOption('Error')
  await page.keyboard.press('Escape')
  await unused.getByText('Error').waitFor()

  await page.keyboard.press('Control+,')
  await level.selectOption('Do not tell')
  await page.keyboard.press('Escape')
  await unused.waitFor({ state: 'detached' })
  await page.getByText('One kind is not told of.').waitFor()
})
