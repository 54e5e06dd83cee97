import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

const tape = '_posts/2024-09-14-tape-robots-at-archivecon.md'

test('The video is out: a key, a paste and Enter write sentence, video and banner, and one undo takes all back', async () => {
  const { folder } = ourBlog()
  const before = readFileSync(join(folder, tape), 'utf8')
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')

  await page.keyboard.press('Control+Alt+V')
  await page.getByRole('dialog', { name: 'The video is out' }).getByLabel('Video').waitFor()
  await page.keyboard.insertText('https://youtu.be/dQw4w9WgXcQ')
  await page.keyboard.press('Enter')

  await expect.poll(desk.source).toContain('The video of the talk is now available.')
  const after = await desk.source()
  const section = after.slice(after.indexOf('### Update'), after.indexOf('[manual]:'))
  expect(section).toMatch(/^### Update — [^\n]+\n\nThe video of the talk is now available\.\n\n/)
  expect(section).toContain('src="https://www.youtube.com/embed/dQw4w9WgXcQ"')
  expect(after.slice(0, after.indexOf('<script'))).toMatch(/\*\*\*Updated: [^\n]+ \(see below\)\*\*\*\n\n/)

  await page.keyboard.press('Control+Z')
  expect(await desk.source()).toBe(before)
})

test('An update is given another day and title, and is taken out, from the panel', async () => {
  const { folder } = ourBlog()
  const update = '\n### Update — 2 October 2024\n\nAsked twice.\n'
  writeFileSync(
    join(folder, '_posts/2022-02-01-hello.md'),
    `---\ntitle: Hello\n---\n***Updated: 2 October 2024 (see below)***\n\nFirst post, mended.\n${update}`,
  )
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Side panel: Updates')
  const panel = page.getByRole('complementary', { name: 'Side panel' })

  // What changed since the first commit stands beside the update that can tell of it.
  const changed = panel.getByRole('region', { name: 'Changed since readers first saw it' })
  await changed.getByRole('button', { name: /First post, mended/ }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  await panel.getByRole('button', { name: 'Change…' }).click()
  await panel.getByLabel('Date', { exact: true }).fill('2024-10-09')
  await panel.getByLabel('Heading after the date').fill('Questions')
  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  await expect.poll(desk.source).toContain('### Update — 9 October 2024: Questions\n')
  expect(await desk.source()).toContain('***Updated: 9 October 2024 (see below)***')

  await panel.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(desk.source).toBe('---\ntitle: Hello\n---\nFirst post, mended.\n')
})

test('The facts of a talk are a form: what the words tell stands in grey, what is typed goes into the front matter', async () => {
  const { folder } = ourBlog()
  const post = join(folder, tape)
  writeFileSync(post, readFileSync(post, 'utf8').replace('[storage, tape]', '[Storages, tape]'))
  const before = readFileSync(post, 'utf8')
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')
  await desk.run('Side panel: Details')
  const panel = page.getByRole('complementary', { name: 'Side panel' })
  const talk = panel.getByRole('region', { name: 'Talk' })

  await expect.poll(() => talk.getByLabel('Event').getAttribute('placeholder')).toBe('ArchiveCon')
  await talk.getByLabel('Place').fill('Rotterdam')
  await page.keyboard.press('Enter')
  const withPlace = before.replace('go.example/tape\n', 'go.example/tape\nplace: Rotterdam\n')
  await expect.poll(desk.source).toBe(withPlace)

  await panel.getByText('“Storages” is “storage” in').waitFor()
  await panel.getByRole('button', { name: 'Write “storage”' }).click()
  await expect.poll(desk.source).toBe(withPlace.replace('[Storages, tape]', '[tape, storage]'))
  expect(await accessibilityProblems(page)).toEqual([])
})

test('A renamed post takes its file and the links of other posts along, and Undo brings all back', async () => {
  const { folder } = ourBlog()
  const linking = join(folder, '_posts/2023-11-20-restore-drill.md')
  const hello = join(folder, '_posts/2022-02-01-hello.md')
  const words =
    '\nAs I said [then]({% post_url 2022-02-01-hello %}), [and](/hello#more), <a href="/hello/">so</a>.\n'
  writeFileSync(linking, readFileSync(linking, 'utf8') + words)
  const before = readFileSync(linking, 'utf8')
  const source = readFileSync(hello, 'utf8')
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')

  await page.keyboard.press('Control+Alt+R')
  const dialog = page.getByRole('dialog', { name: 'Rename this post' })
  await dialog.getByLabel('Title').fill('Good evening')
  await dialog.getByLabel('Mend 3 links of other posts').waitFor()
  await dialog.getByLabel('/good-evening/').uncheck()
  await dialog.getByRole('button', { name: 'Rename' }).click()

  const renamed = join(folder, '_posts/2022-02-01-good-evening.md')
  await page.getByText('2 links of other posts follow.').waitFor()
  expect(readFileSync(renamed, 'utf8')).toBe(source.replace('Hello', 'Good evening'))
  expect(readFileSync(linking, 'utf8')).toBe(
    before
      .replace('2022-02-01-hello', '2022-02-01-good-evening')
      .replace('/hello#more', '/good-evening#more'),
  )

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readFileSync(linking, 'utf8'), { timeout: 5_000 }).toBe(before)
  await expect.poll(() => existsSync(hello) && readFileSync(hello, 'utf8'), { timeout: 5_000 }).toBe(source)
  expect(existsSync(renamed)).toBe(false)
})

test('Links to a draft follow it when it becomes a post', async () => {
  const { folder } = ourBlog()
  const linking = join(folder, '_posts/2022-02-01-hello.md')
  const before = `${readFileSync(linking, 'utf8')}\n[Soon]({% link _drafts/what-i-would-say-now.md %}).\n`
  writeFileSync(linking, before)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('What I would say now')
  await desk.run('Make this draft a post')
  const dialog = page.getByRole('dialog', { name: 'Links to this post' })
  await dialog.getByText('_drafts/what-i-would-say-now.md').waitFor()
  await dialog.getByRole('button', { name: 'Mend' }).click()
  await page.getByText('A link of another post follows.').waitFor()
  expect(readFileSync(linking, 'utf8')).toMatch(
    /\{% link _posts\/\d{4}-\d\d-\d\d-what-i-would-say-now\.md %\}/,
  )
})

test('A new talk post is made after the last one or a template, and Tab goes through what waits for words', async () => {
  const { folder } = ourBlog()
  mkdirSync(join(folder, '_templates'))
  writeFileSync(
    join(folder, '_templates/lightning.md'),
    '---\ntitle: ${title}\n---\nFive minutes about ${1:the thing} for ${2:whom}.\n\n${0}\n',
  )
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+Alt+N')
  const dialog = page.getByRole('dialog', { name: 'New talk post' })
  await dialog
    .getByRole('option', { name: /^Like your last one: Tape robots/ })
    .waitFor({ state: 'attached' })
  await dialog.getByLabel('Title').fill('Punched cards')
  await dialog.getByLabel('Made after').selectOption('Your template “lightning”')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await desk.text.getByText('Five minutes about').waitFor()

  await page.keyboard.type('holes')
  await page.keyboard.press('Tab')
  await page.keyboard.type('weavers')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Come early.')
  await expect
    .poll(desk.source)
    .toBe('---\ntitle: Punched cards\n---\nFive minutes about holes for weavers.\n\nCome early.\n')
})
