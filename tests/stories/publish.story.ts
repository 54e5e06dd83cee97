import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { hasAmirmcBlog } from '../support/amirmc-blog.ts'
import { type Blog, amirmcBlog, ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { available } from '../support/needs.ts'

const chromium = useChromium()
const deck =
  '<script async class="speakerdeck-embed" data-id="0f1e2d3c4b5a69788796a5b4c3d2e1f0" data-ratio="1.77777777777778" src="//speakerdeck.com/assets/embed.js"></script>'

/** Counts what the writer does: each press of a key or button, each field filled. */
function counted(page: Page): {
  readonly count: () => number
  press(keys: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  click(name: string): Promise<void>
} {
  let actions = 0
  return {
    count: () => actions,
    async press(keys) {
      actions++
      await page.keyboard.press(keys)
    },
    async fill(label, text) {
      actions++
      await page.getByLabel(label, { exact: true }).fill(text)
    },
    async click(name) {
      actions++
      await page.getByRole('button', { name, exact: true }).click()
    },
  }
}

async function begin(blog = ourBlog()): Promise<{ blog: Blog; desk: Desk; page: Page }> {
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  await page.getByRole('option').first().waitFor()
  return { blog, desk: deskOf(page), page }
}

test('From nothing to the first commit of a talk post in at most twelve actions', async () => {
  const { blog, desk, page } = await begin()
  const writer = counted(page)

  await writer.press('Control+Alt+N')
  await writer.fill('Title', 'Log-structured lullabies')
  await writer.fill('Event', 'NightConf')
  await writer.fill('Slides', deck)
  await writer.click('Create')
  await desk.text.getByText('Log-structured lullabies').waitFor()
  await page.keyboard.type('Slides above, links below.')
  await writer.press('Control+Enter')
  await page
    .getByRole('dialog', { name: 'Publish' })
    .getByText('log-structured-lullabies.md')
    .first()
    .waitFor()
  await writer.press('Enter')
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()

  expect(writer.count()).toBeLessThanOrEqual(12)
  const [name] = readdirSync(join(blog.folder, '_posts')).filter(file =>
    file.endsWith('log-structured-lullabies.md'),
  )
  const source = readFileSync(join(blog.folder, '_posts', name!), 'utf8')
  expect(source).toContain(deck)
  expect(source).toMatch(/\n---\n[^]*Slides above, links below\./)
  expect(blog.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe(`_posts/${name}`)
})

test('Only the post enters the commit; what was staged or edited stays; Undo takes the commit back', async () => {
  const { blog, desk, page } = await begin()
  writeFileSync(
    join(blog.folder, '_config.yml'),
    readFileSync(join(blog.folder, '_config.yml'), 'utf8') + '# mine\n',
  )
  writeFileSync(join(blog.folder, 'staged.txt'), 'staged\n')
  blog.git('add', 'staged.txt')
  const status = blog.git('status', '--porcelain')
  const head = blog.git('rev-parse', 'HEAD')
  await desk.open('Hello')
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring tea.')

  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Publish' }).getByText('+First post.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()

  expect(blog.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe('_posts/2022-02-01-hello.md')
  expect(blog.git('status', '--porcelain')).toBe(status)

  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog', { name: 'Taken back' }).waitFor()
  expect(blog.git('rev-parse', 'HEAD')).toBe(head)
  expect(await desk.source()).toContain('Bring tea.')
})

interface Published {
  readonly title: string
  /** Where the writer adds a word. */
  readonly behind: string
  readonly page: string
}

async function publishAndCompare(blog: Blog, { title, behind, page: builtPage }: Published): Promise<void> {
  const { desk, page } = await begin(blog)
  await desk.open(title)
  await desk.goBehind(behind)
  await page.keyboard.type(' “Quoted” -- and *new*.')
  await desk.preview.locator('em', { hasText: 'new' }).waitFor()
  const shown = await desk.preview.locator('main').innerText()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Publish' }).getByText('and *new*').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Committed' }).waitFor()

  execFileSync('jekyll', ['build', '--quiet'], {
    cwd: blog.folder,
    env: { ...process.env, JEKYLL_ENV: 'production' },
  })
  const built = await openWindow(chromium(), `file://${join(blog.folder, '_site', builtPage)}`)
  const paragraphs = await built.locator('.content p, .content li, .content h3').allInnerTexts()
  expect(paragraphs.length).toBeGreaterThan(3)
  expect(paragraphs.filter(text => !words(shown).includes(words(text)))).toEqual([])
}

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!available('jekyll'))('Jekyll then builds what the preview showed', () =>
  publishAndCompare(ourBlog(), {
    title: 'A tape that forgot',
    behind: 'The vendor answered',
    page: 'a-tape-that-forgot.html',
  }),
)

// The public blog lies beside the project on the machines that build it, and is not part of it.
test.skipIf(!hasAmirmcBlog || !available('jekyll'))('So it does for the blog that Lectern began with', () =>
  publishAndCompare(amirmcBlog(), {
    title: 'Unikernels at PolyConf!',
    behind: 'To get involved in',
    page: 'unikernels-polyconf-2015.html',
  }),
)

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
