import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { type Blog, ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import type { HostMachine } from '../support/host-process.ts'
import { canMount, fill, smallDisk } from '../support/small-disk.ts'
import { temporaryFolder } from '../support/temporary.ts'

const chromium = useChromium()
const hello = '_posts/2022-02-01-hello.md'

interface Opened {
  readonly desk: Desk
  readonly page: Page
}

async function openFolder(folder: string, machine: HostMachine = {}): Promise<Opened> {
  const { url } = await startHost(folder, temporaryFolder('home'), machine)
  const page = await openWindow(chromium(), url)
  await page.getByRole('option').or(page.getByText('No posts here yet')).first().waitFor()
  return { desk: deskOf(page), page }
}

/** The app goes on: a word typed into a post is in its file a moment later. */
async function expectToGoOn({ desk, page }: Opened, blog: Blog): Promise<void> {
  await desk.open('Hello')
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring tea.')
  await page.keyboard.press('Control+s')
  await expect.poll(() => readFileSync(join(blog.folder, hello), 'utf8')).toContain('Bring tea.')
  await desk.status.getByText('Saved').waitFor()
}

test('A page without the key says so, with the next step', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), `${new URL(url).origin}/`)
  await page.getByRole('heading', { name: 'Lectern cannot start' }).waitFor()
  await page.getByText('This page has no key to Lectern').waitFor()
  await page.getByRole('button', { name: 'Try again' }).waitFor()
})

describe('A folder', () => {
  /** Asks for a folder in the dialog. */
  async function ask(page: Page, folder: string): Promise<void> {
    await page.keyboard.press('Control+Shift+O')
    await page.getByRole('dialog').getByLabel('Folder', { exact: true }).fill(folder)
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  }

  test('that is not there, or is a file, is refused where it was typed, and the one before stays open', async () => {
    const blog = ourBlog()
    const opened = await openFolder(blog.folder)
    const { page } = opened
    await opened.desk.open('Hello')

    await ask(page, '/no/such/folder')
    await page.getByRole('dialog').getByText('The folder /no/such/folder is not there.').waitFor()
    await page.keyboard.press('Escape')
    await ask(page, join(blog.folder, '_config.yml'))
    await page
      .getByRole('dialog')
      .getByText(/_config\.yml is a file\. Choose the folder it lies in\./)
      .waitFor()
    await page.keyboard.press('Escape')
    await expectToGoOn(opened, blog)
  })

  // Root may read everything.
  test.skipIf(!canBeDenied())('that may not be read is refused with a sentence', async () => {
    const blog = ourBlog()
    const closed = join(temporaryFolder('closed'), 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o000)
    const opened = await openFolder(blog.folder, { startedBy: withoutRightsOfRoot() })

    await ask(opened.page, closed)
    await opened.page.getByRole('dialog').getByText(`You may not read the folder ${closed}.`).waitFor()
    await opened.page.keyboard.press('Escape')
    await expectToGoOn(opened, blog)
  })

  test('that is empty says so, and a first post can be written in it', async () => {
    const folder = temporaryFolder('empty')
    const { desk, page } = await openFolder(folder)
    await page.getByText('No posts here yet').waitFor()

    await page.keyboard.press('Control+Alt+N')
    await page.getByLabel('Title', { exact: true }).fill('A first talk')
    await page.keyboard.press('Enter')
    await desk.text.getByText('A first talk').waitFor()
    await page.getByRole('option', { name: /A first talk/ }).waitFor()
    expect(readdirSync(folder, { recursive: true }).join(' ')).toContain('a-first-talk.md')
  })

  test('that was removed meanwhile is said to be gone, not to be empty', async () => {
    const blog = ourBlog()
    const { page } = await openFolder(blog.folder)
    rmSync(blog.folder, { recursive: true })
    await page.reload()
    await page.getByText('This folder cannot be read').waitFor()
    await page.getByRole('navigation').getByText('is not there').waitFor()
    await page.getByRole('navigation').getByRole('button', { name: 'Open a folder…' }).waitFor()
  })

  test('with 10,000 posts lists and filters them', async () => {
    const folder = temporaryFolder('many')
    mkdirSync(join(folder, '_posts'))
    for (let number = 0; number < 10_000; number++)
      writeFileSync(
        join(folder, '_posts', `2020-01-01-talk-${number}.md`),
        `---\ntitle: Talk number ${number}\n---\nWords of talk ${number}.\n`,
      )
    const { desk, page } = await openFolder(folder)
    await page.getByText('10,000').first().waitFor()

    await page.getByPlaceholder('Filter').fill('number 7431')
    await page.getByRole('option', { name: 'Talk number 7431' }).click()
    await desk.text.getByText('Words of talk 7431.').waitFor()
    await desk.preview.getByText('Words of talk 7431.').waitFor()
  })
})

describe('A post', () => {
  test('that is not UTF-8 is shown for reading, says why, and its bytes stay', async () => {
    const blog = ourBlog()
    const bytes = Buffer.from('---\ntitle: Caf\xe9\n---\nCr\xe8me br\xfbl\xe9e.\n', 'latin1')
    writeFileSync(join(blog.folder, '_posts/2023-01-01-latin.md'), bytes)
    const opened = await openFolder(blog.folder)
    await opened.page.getByPlaceholder('Filter').fill('latin')
    await opened.page.getByRole('option').first().click()

    await opened.page.getByText(/latin\.md is not UTF-8 text, so Lectern opens it for reading only/).waitFor()
    await opened.desk.text.click()
    await opened.page.keyboard.type('x')
    await opened.page.keyboard.press('Control+s')
    await opened.desk.status.getByText('Read only').waitFor()
    await expectToGoOn(opened, blog)
    expect(readFileSync(join(blog.folder, '_posts/2023-01-01-latin.md'))).toEqual(bytes)
  })

  test.each([
    ['no front matter', 'Only words.\n', 'Only words.'],
    ['front matter that is no YAML', '---\ntitle: "Half\ntags: [a\n---\nOnly words.\n', 'Only words.'],
    ['front matter that does not end', '---\ntitle: Endless\n\nOnly words.\n', 'Only words.'],
  ])('with %s opens, can be mended and is saved as it is typed', async (_, source, words) => {
    const blog = ourBlog()
    const path = join(blog.folder, '_posts/2023-01-01-odd-one.md')
    writeFileSync(path, source)
    const { desk, page } = await openFolder(blog.folder)
    await page.getByPlaceholder('Filter').fill('odd-one')
    await page.getByRole('option').first().click()
    await desk.text.getByText(words).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' And more.')
    await page.keyboard.press('Control+s')

    await expect.poll(() => readFileSync(path, 'utf8')).toBe(source.replace(words, `${words} And more.`))
    await desk.status.getByRole('button', { name: /\d+ problem/ }).waitFor()
  })

  test('of 5 MB opens and takes what is typed', async () => {
    const blog = ourBlog()
    const long = `---\ntitle: Long\n---\nThe first line.\n\n${'Words and words.\n'.repeat(310_000)}`
    writeFileSync(join(blog.folder, '_posts/2023-01-01-long.md'), long)
    const opened = await openFolder(blog.folder)
    await opened.desk.open('Long')
    await opened.desk.goBehind('The first line.')
    await opened.page.keyboard.type(' Typed.')
    await opened.page.keyboard.press('Control+s')

    await expect
      .poll(() => readFileSync(join(blog.folder, '_posts/2023-01-01-long.md'), 'utf8').slice(0, 60), {
        timeout: 20_000,
      })
      .toContain('The first line. Typed.')
    await expectToGoOn(opened, blog)
  })
})

describe('A repository', () => {
  /** Publishes the post and waits for the sentence; then sees that the app goes on. */
  async function expectRefusal(blog: Blog, sentence: RegExp, machine: HostMachine = {}): Promise<void> {
    const opened = await openFolder(blog.folder, machine)
    await expectToGoOn(opened, blog)
    await opened.page.keyboard.press('Control+Enter')
    await opened.page.getByRole('dialog').getByText(sentence).waitFor()
    await opened.page.keyboard.press('Escape')
    await opened.desk.text.press('Control+End')
    await opened.page.keyboard.type('Goes on.')
    await opened.page.keyboard.press('Control+s')
    await expect.poll(() => readFileSync(join(blog.folder, hello), 'utf8')).toContain('Goes on.')
  }

  test('without a commit', async () => {
    const blog = ourBlog()
    rmSync(join(blog.folder, '.git'), { recursive: true })
    blog.git('init', '--quiet')
    await expectRefusal(blog, /has no commit yet\. Make the first one/, {
      env: { GIT_AUTHOR_NAME: 'R', GIT_AUTHOR_EMAIL: 'r@quay.example' },
    })
  })

  test('in the middle of a merge', async () => {
    const blog = ourBlog()
    writeFileSync(join(blog.folder, '.git/MERGE_HEAD'), blog.git('rev-parse', 'HEAD'))
    await expectRefusal(blog, /in the middle of a merge\. Finish or abort it first/)
  })

  test('that another user owns', async () => {
    const blog = ourBlog()
    const config = readFileSync(join(blog.folder, '.git/config'), 'utf8')
    await expectRefusal(blog, /git config --global --add safe\.directory .*quay\.example/, {
      env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
    })
    expect(readFileSync(join(blog.folder, '.git/config'), 'utf8')).toBe(config)
  })

  test('on a machine without git', async () => {
    await expectRefusal(ourBlog(), /Git is not installed on this machine/, {
      env: { PATH: '/nonexistent', SHELL: '' },
    })
  })

  test('that is none, or is not there, is asked for again; a plain folder gets a copy without a commit', async () => {
    const blog = ourBlog()
    rmSync(join(blog.folder, '.git'), { recursive: true })
    const opened = await openFolder(blog.folder)
    await expectToGoOn(opened, blog)
    await opened.page.keyboard.press('Control+Enter')
    const ask = opened.page.getByRole('dialog', { name: 'Where does your site live?' })
    await ask.getByLabel('Jekyll repository').fill('/no/such/repository')
    await ask.getByRole('button', { name: 'Use this repository' }).click()
    await ask.getByText(/\/no\/such\/repository is not there/).waitFor()

    const plain = temporaryFolder('plain')
    await ask.getByLabel('Jekyll repository').fill(plain)
    await ask.getByRole('button', { name: 'Use this repository' }).click()
    await opened.page.getByRole('button', { name: 'Copy 1 file' }).click()
    await expect
      .poll(() => readdirSync(plain, { recursive: true }).join(' '))
      .toContain('2022-02-01-hello.md')
  })

  test('with a hook that refuses: its words are shown, and nothing is committed or lost', async () => {
    const blog = ourBlog()
    writeFileSync(
      join(blog.folder, '.git/hooks/pre-commit'),
      '#!/bin/sh\necho "No tea after six." >&2\nexit 1\n',
    )
    chmodSync(join(blog.folder, '.git/hooks/pre-commit'), 0o755)
    const head = blog.git('rev-parse', 'HEAD')
    const opened = await openFolder(blog.folder)
    await expectToGoOn(opened, blog)

    await opened.page.keyboard.press('Control+Enter')
    await opened.page.getByRole('dialog', { name: 'Publish' }).getByText('Bring tea.').waitFor()
    await opened.page.keyboard.press('Enter')
    await opened.page
      .getByRole('dialog')
      .getByText(/Git refused the commit.*No tea after six\./)
      .waitFor()
    expect(blog.git('rev-parse', 'HEAD')).toBe(head)
    expect(blog.git('status', '--porcelain')).toBe(` M ${hello}\n`)
  })

  test('that does not know the writer asks once, keeps the answer in this repository, and commits', async () => {
    const blog = ourBlog()
    blog.git('config', '--unset', 'user.name')
    blog.git('config', '--unset', 'user.email')
    const opened = await openFolder(blog.folder, {
      env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', HOME: temporaryFolder('nobody') },
    })
    await expectToGoOn(opened, blog)

    await opened.page.keyboard.press('Control+Enter')
    const who = opened.page.getByRole('dialog', { name: 'Who commits?' })
    await who.getByLabel('Name').fill('Rosalind Quay')
    await who.getByLabel('Email').fill('rosalind@quay.example')
    await opened.page.keyboard.press('Enter')
    await opened.page.getByRole('dialog', { name: 'Publish' }).getByText('Bring tea.').waitFor()
    await opened.page.keyboard.press('Enter')
    await opened.page.getByRole('dialog', { name: 'Committed' }).waitFor()
    expect(blog.git('log', '-1', '--format=%an <%ae>').trim()).toBe('Rosalind Quay <rosalind@quay.example>')
    expect(blog.git('config', '--local', 'user.name').trim()).toBe('Rosalind Quay')
  })
})

// Only root may mount a small disk; CI runs as root.
describe.skipIf(!canMount)('A full disk (needs root, to mount one)', () => {
  test('is told in the status bar; the text stays, and is saved once there is room', async () => {
    const disk = smallDisk(4 * 1024 * 1024)
    mkdirSync(join(disk, 'site/_posts'), { recursive: true })
    const path = join(disk, 'site/_posts/2023-01-01-tide.md')
    writeFileSync(path, '---\ntitle: Tide\n---\nWater.\n')
    const { desk, page } = await openFolder(join(disk, 'site'))
    await desk.open('Tide')
    const filler = fill(disk)
    await desk.goBehind('Water.')
    await desk.paste(' Much water.'.repeat(1_000))

    await page.keyboard.press('Control+s')
    await desk.status.getByText(/Not saved: .*disk is full/i).waitFor()
    expect(readFileSync(path, 'utf8')).toBe('---\ntitle: Tide\n---\nWater.\n')
    expect(await desk.source()).toContain('Much water.')

    rmSync(filler)
    await desk.status.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('Much water.')
    await desk.status.getByText('Saved', { exact: true }).waitFor()
  })
})

const rights = '-dac_override,-dac_read_search'

/** Root reads everything; without these rights it is denied what others are. */
function withoutRightsOfRoot(): readonly string[] {
  if (process.getuid?.() !== 0) return []
  return ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`, '--']
}

function canBeDenied(): boolean {
  if (process.platform === 'win32') return false
  const [program, ...args] = withoutRightsOfRoot()
  if (program === undefined) return true
  try {
    execFileSync(program, [...args, 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('A clipboard of 20 MB goes in as it is, all of it is saved, and the window says what it leaves out', async () => {
  const { folder } = ourBlog()
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.focus()
  await page.keyboard.press('Control+End')
  const line = 'A line of words that somebody copied from the log of a machine.\n'
  await desk.paste(line.repeat(330_000))
  await page.getByText('This text is very long.').waitFor()
  await page.keyboard.type('Typed on.')
  const file = join(folder, hello)
  await expect.poll(() => readFileSync(file, 'utf8').length, { timeout: 20_000 }).toBeGreaterThan(20_000_000)
  await expect.poll(() => readFileSync(file, 'utf8').endsWith('Typed on.'), { timeout: 20_000 }).toBe(true)
})
