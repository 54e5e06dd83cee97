import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { type Blog, ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { temporaryFolder } from '../support/temporary.ts'

const chromium = useChromium()

/** Whatever the machine knows of its user, git is told nothing. */
const nobody = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

async function begin(blog: Blog = ourBlog()): Promise<{ blog: Blog; desk: Desk; page: Page }> {
  const { url } = await startHost(blog.folder, undefined, { env: nobody })
  const page = await openWindow(chromium(), url)
  await page.getByRole('option').first().waitFor()
  return { blog, desk: deskOf(page), page }
}

test('A one-letter fix in an old post is published with two presses, within two seconds, without network and question', async () => {
  const { blog, desk, page } = await begin()
  blog.git('remote', 'add', 'origin', 'https://git.invalid/blog.git')
  await page.context().route(
    url => !/localhost$|^127\.0\.0\.1$/.test(url.hostname),
    route => route.abort(),
  )
  await desk.open('Hello')
  await desk.goBehind('First post.')

  const timesMs: number[] = []
  // The quickest of three, as other programs may have the machine.
  for (const letter of ['!', '?', ';']) {
    await page.keyboard.press('Backspace')
    await page.keyboard.type(letter)
    const began = performance.now()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Commit 1 file' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Committed' }).waitFor()
    timesMs.push(performance.now() - began)
    expect(blog.git('show', '--format=%s', 'HEAD')).toMatch(
      new RegExp(`^Update Hello\\n[^]*\\n-First post\\..*\\n\\+First post\\..*\\${letter}\\n$`),
    )
    await page.keyboard.press('Enter')
  }
  expect(Math.min(...timesMs)).toBeLessThan(2_000)
})

test('The review shows the page as it is and as it will be, with what differs marked', async () => {
  const { desk, page } = await begin()
  await desk.open('A tape that forgot')
  await desk.goBehind('The vendor answered')
  await page.keyboard.type(' Bring a *second* tape.')
  await page.keyboard.press('Control+Enter')
  const review = page.getByRole('dialog', { name: 'Publish' })
  await review.getByText('Will be at /a-tape-that-forgot').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await review.getByRole('button', { name: 'Page', exact: true }).click()

  const now = page.frameLocator('iframe[title="The page as it is now"]')
  const then = page.frameLocator('iframe[title="The page as it will be"]')
  const marked = '.block[style*="outline"]'
  await then.locator(marked, { hasText: 'Bring a second tape.' }).waitFor()
  await now.locator(marked, { hasText: 'The vendor answered' }).waitFor()
  expect(await now.locator('body').innerText()).not.toContain('second tape')
  expect(await Promise.all([now, then].map(frame => frame.locator(marked).count()))).toEqual([1, 1])
  expect(await accessibilityProblems(page)).toEqual([])

  await review.getByRole('button', { name: /^Commit/ }).click()
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()
})

test('A post kept until its date stays here, and Lectern says when it is ready', async () => {
  const blog = ourBlog()
  const due = new Date(Date.now() + 15_000)
  const date = `${due.toISOString().slice(0, 19).replace('T', ' ')} +0000`
  const path = `_posts/${date.slice(0, 10)}-later-today.md`
  writeFileSync(
    join(blog.folder, path),
    `---\nlayout: post\ntitle: Later today\ndate: ${date}\n---\nPatience.\n`,
  )
  const { desk, page } = await begin(blog)
  await desk.open('Later today')
  await page.keyboard.press('Control+Enter')
  await page.getByText('hidden until the first build').waitFor()
  await page.getByRole('button', { name: 'Keep it here until then, and remind me' }).click()
  await page.getByRole('dialog', { name: 'Kept here' }).getByRole('button', { name: 'Done' }).click()
  await page.getByRole('option', { name: 'Kept until' }).waitFor()
  expect(blog.git('status', '--porcelain')).toBe(`?? ${path}\n`)

  await desk.status.getByText('“Later today” is ready to publish since').waitFor()
  await page.getByRole('option', { name: 'Ready since' }).waitFor()
  await page.getByRole('status').getByText('“Later today” is ready to publish since').waitFor()
  await desk.status.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Commit 1 file' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()
  await page.keyboard.press('Enter')
  await desk.status.getByText('ready to publish').waitFor({ state: 'detached' })
})

test('What hides a post is put right with one press, and the next press publishes it', async () => {
  const { blog, desk, page } = await begin()
  await desk.open('After the holidays')
  await desk.goBehind('This one is dated')
  await page.keyboard.type(' Not any more.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Date it now' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Commit 1 file' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()
  expect(blog.git('show', 'HEAD')).toMatch(/\n\+date: 20\d\d-/)
})

test('Many posts go out together; it shows how far it is, and Cancel leaves the repository as it was', async () => {
  const blog = ourBlog()
  const count = 60
  for (let index = 0; index < count; index++)
    writeFileSync(
      join(blog.folder, `_posts/2021-01-${String((index % 28) + 1).padStart(2, '0')}-talk-${index}.md`),
      `---\nlayout: post\ntitle: Talk ${index}\n---\nThanks.\n`,
    )
  const hook = join(blog.folder, '.git/hooks/pre-commit')
  writeFileSync(hook, '#!/bin/sh\nsleep 30\n', { mode: 0o755 })
  const before = blog.git('status', '--porcelain=v2', '-uall')
  const { desk, page } = await begin(blog)
  // git is asked behind the list.
  await page.getByRole('option', { name: 'New' }).first().waitFor()
  await desk.run('Publish all posts with changes')
  const review = page.getByRole('dialog', { name: 'Publish' })
  await review.getByRole('button', { name: `Commit ${count} files` }).click()
  await review.getByRole('progressbar').waitFor()

  const began = performance.now()
  await review.getByRole('button', { name: 'Cancel' }).click()
  await review.getByText('Cancelled. Nothing was changed.').waitFor()
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(blog.git('status', '--porcelain=v2', '-uall')).toBe(before)

  writeFileSync(hook, '#!/bin/sh\nexit 0\n')
  await review.getByRole('button', { name: `Commit ${count} files` }).click()
  await page.getByRole('dialog', { name: 'Committed' }).getByText(`${count} files committed`).waitFor()
  expect(readFileSync(join(blog.folder, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n')
  expect(blog.git('status', '--porcelain')).toBe('')
})

test('A place that is no repository is not kept; it can be mended and, without a name to commit under, copied to', async () => {
  const site = ourBlog()
  site.git('config', '--unset', 'user.name')
  site.git('config', '--unset', 'user.email')
  const writing = join(temporaryFolder('writing'), 'talks')
  mkdirSync(writing)
  writeFileSync(join(writing, '2025-02-03-a-word.md'), '---\ntitle: A word\n---\n\nBriefly.\n')
  const { page, desk } = await begin({ ...site, folder: writing })
  await desk.open('A word')
  await page.keyboard.press('Control+Enter')
  const where = page.getByRole('dialog', { name: 'Where does your site live?' })
  await where.getByRole('combobox').fill(`${site.folder}/nowhere`)
  await where.getByRole('button', { name: 'Use this repository' }).click()
  await where.getByText('is not there').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await where.getByText('lie in no git repository').waitFor()
  await where.getByRole('combobox').fill(site.folder)
  await where.getByRole('button', { name: 'Use this repository' }).click()
  await page
    .getByRole('dialog', { name: 'Who commits?' })
    .getByRole('button', { name: 'Copy without a commit' })
    .click()
  await page.getByRole('dialog', { name: 'Publish' }).getByRole('button', { name: 'Copy 1 file' }).click()
  await page.getByRole('dialog', { name: 'Copied' }).waitFor()
  expect(site.git('status', '--porcelain')).toMatch(/^\?\? _posts\/\S+-a-word\.md\n$/)
})

test('What others changed in the same lines is decided difference by difference, and then it is on the site', async () => {
  const blog = ourBlog()
  const path = '_posts/2022-02-01-hello.md'
  const top = temporaryFolder('remote')
  const remote = join(top, 'blog.git')
  blog.git('init', '--quiet', '--bare', '--initial-branch=main', remote)
  blog.git('remote', 'add', 'origin', remote)
  blog.git('push', '--quiet', '--set-upstream', 'origin', 'main')
  const colleague = join(top, 'colleague')
  blog.git('clone', '--quiet', remote, colleague)
  const theirs = readFileSync(join(colleague, path), 'utf8').replace('First post.', 'The first post.')
  writeFileSync(join(colleague, path), theirs)
  const inTheirs = ['-C', colleague, '-c', 'user.name=Ada', '-c', 'user.email=ada@quay.example']
  blog.git(...inTheirs, 'commit', '--quiet', '--all', '--message', 'Add an article')
  blog.git(...inTheirs, 'push', '--quiet')
  const { desk, page } = await begin(blog)
  await desk.open('Hello')
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring tea.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Commit 1 file' }).click()
  const receipt = page.getByRole('dialog', { name: 'Committed' })
  await receipt.getByRole('button', { name: 'Push now' }).click()
  await receipt.getByText('not on the site yet').waitFor()
  await receipt.getByRole('button', { name: 'Choose…' }).click()
  const choice = page.getByRole('dialog', { name: 'Both sides changed the same lines' })
  const done = choice.getByRole('button', { name: 'Merge and push' })
  await choice.getByRole('group', { name: 'Difference 1 of 1' }).waitFor()
  expect(await done.isDisabled()).toBe(true)
  expect(await accessibilityProblems(page)).toEqual([])
  await choice.getByRole('radio', { name: 'Both, mine first' }).check()
  await done.click()
  await choice.waitFor({ state: 'detached' })
  expect(blog.git('--git-dir', remote, 'show', `main:${path}`)).toMatch(
    /\nFirst post\..*Bring tea\.\nThe first post\./,
  )
})
