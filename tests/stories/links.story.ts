import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'

const chromium = useChromium()

async function openBlog(): Promise<Desk> {
  const { url } = await startHost(ourBlog().folder)
  return deskOf(await openWindow(chromium(), url))
}

test('A label of another post is offered while it is typed, and brings its definition along', async () => {
  const desk = await openBlog()
  const { page } = desk
  await desk.open('Checksums for poets')
  await desk.goBehind('The video of my lightning talk')
  await page.waitForTimeout(2_000) // The links of all posts are read in the first pause.
  await page.keyboard.type(' Join the [tape list][li')
  const offered = page.locator('.cm-tooltip-autocomplete')
  await offered.getByText('https://lists.example/tape').waitFor()
  await page.waitForTimeout(150) // Enter right after a list appears is a new line.
  await page.keyboard.press('Enter')

  const source = await desk.source()
  expect(source).toContain('[tape list][list]')
  expect(source).toContain('[list]: https://lists.example/tape')
})

test('Own posts and their headings are link targets, written as their author writes links to them', async () => {
  const { folder } = ourBlog()
  const drill = join(folder, '_posts/2023-11-20-restore-drill.md')
  writeFileSync(
    drill,
    `${readFileSync(drill, 'utf8')}\n## How long it *took*\n\nAs [said]({% post_url 2022-02-01-hello %}).\n`,
  )
  const { url } = await startHost(folder)
  const desk = deskOf(await openWindow(chromium(), url))
  const { page } = desk
  await desk.open('Checksums for poets')
  await desk.goBehind('The video of my lightning talk')
  await page.waitForTimeout(2_000) // The links of all posts are read in the first pause.
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Link' }).fill('drill long')
  const heading = page.getByRole('option', { name: 'The restore drill → How long it took' })
  await heading.waitFor()
  expect(await heading.textContent()).toContain('Heading')
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toContain('{% post_url 2023-11-20-restore-drill %}#how-long-it-took')

  await desk.goBehind('The video of my lightning talk')
  await page.keyboard.type(' and [tape rob')
  const offered = page.locator('.cm-tooltip-autocomplete')
  await offered.getByText('Tape robots at ArchiveCon').waitFor()
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await expect.poll(desk.source).toMatch(/\]: \{% post_url 2024-09-14-tape-robots-at-archivecon %\}\n/)
  expect(await desk.source()).toContain(' and [Tape robots at ArchiveCon][')
})

test('F2 renames a label in its definition and its links; F12 goes to the definition', async () => {
  const desk = await openBlog()
  const { page } = desk
  await desk.open('A tape that forgot')
  await desk.text.getByText('[fix]').first().click()
  await page.keyboard.press('F2')
  await page.getByLabel('Label', { exact: true }).fill('firmware-note')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const source = await desk.source()
  expect(source).toContain('[note][firmware-note]')
  expect(source).toContain('[firmware-note]: https://robots.example/notes/2-9')

  await page.keyboard.press('F12')
  await page.keyboard.type('X')
  expect(await desk.source()).toContain('X[firmware-note]: ')
})

test('All links of a post become inline and references again from the palette', async () => {
  const desk = await openBlog()
  await desk.open('A tape that forgot')
  await desk.run('Put all addresses into the links')
  await expect.poll(desk.source).toContain('[manual](https://robots.example/manual/)')
  expect(await desk.source()).not.toContain(']: ')
  await desk.run('Make all links references')
  await expect.poll(desk.source).toMatch(/\n\n\[[^\]]+\]: https:\/\/robots.example\/manual\/\n\[/)
  expect(await desk.source()).not.toContain('](')
})

test('Copied text brings the definitions of its links to another post', async () => {
  const desk = await openBlog()
  const { page } = desk
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.open('Tape robots at ArchiveCon')
  await desk.text.getByText('join the').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+C')
  await desk.open('Checksums for poets')
  await desk.goBehind('and nobody counts.')
  await page.keyboard.press('Control+V')

  const source = await desk.source()
  expect(source).toContain('[tape list][list]')
  expect(source).toContain('[list]: https://lists.example/tape')
})

test('A contradiction between posts is shown with its fix before any file is written', async () => {
  const blog = ourBlog()
  writeFileSync(
    join(blog.folder, '_posts/2022-05-05-other.md'),
    '---\ntitle: Other\n---\nAnother [manual][].\n\n[manual]: https://other.example/\n',
  )
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Labels and addresses that contradict')
  await page.getByRole('button', { name: 'Rename there' }).click()
  await page.getByLabel('Label', { exact: true }).fill('other-manual')
  await page.getByText('+[other-manual]: https://other.example/').waitFor()
  await page.getByRole('button', { name: 'Write the post' }).click()
  await expect
    .poll(() => readFileSync(join(blog.folder, '_posts/2022-05-05-other.md'), 'utf8'))
    .toContain('Another [manual][other-manual].\n\n[other-manual]: https://other.example/\n')
})

test('The panel shows definitions with their links, and makes a reference of an inline one', async () => {
  const desk = await openBlog()
  const { page } = desk
  await desk.open('A tape that forgot')
  await desk.run('Side panel: Links')
  await page
    .getByRole('region', { name: 'Definitions' })
    .getByText('https://robots.example/manual/')
    .waitFor()
  await desk.run('Put all addresses into the links')
  await page.getByRole('button', { name: 'Make a reference of note' }).click()
  await expect.poll(desk.source).toMatch(/\[note\]\[[^\]]+\]/)
})

test('The address on the clipboard is offered first, where the browser lets the page look', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url, { permissions: ['clipboard-read', 'clipboard-write'] })
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Bring tea')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.evaluate(() => navigator.clipboard.writeText('https://tea.example/pot'))
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /On the clipboard/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.source()).toContain(']: https://tea.example/pot')
})

test('A link in the preview says where it leads, and one to an own post opens that', async () => {
  const desk = await openBlog()
  const { page } = desk
  await desk.open('Checksums for poets')
  await desk.goBehind('The video of my lightning talk')
  await page.keyboard.type(' [Away](https://away.example/) or [home](/hello).')
  const away = desk.preview.getByRole('link', { name: 'Away' })
  await away.hover()
  await expect.poll(() => away.getAttribute('title')).toBe('https://away.example/')
  await desk.preview.getByRole('link', { name: 'home' }).click()
  await page.getByText('This link leads to “Hello”.').waitFor()
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect.poll(desk.source).toContain('More when the trains run.')
})
