import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { type Desk, deskOf } from '../support/desk.ts'

const chromium = useChromium()

/** The code of dialogs is read after it comes, which a busy machine takes its time for. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 })

interface Typist {
  readonly page: Page
  readonly desk: Desk
  readonly before: string
  /** Lets the code of dialogs come, which was held back. */
  readonly release: () => void
}

interface Circumstances {
  /** The code of dialogs never comes. */
  readonly failing?: boolean
  /** Keys are given back after the time a writer is to wait at most; else a busy machine never looks like that. */
  readonly impatient?: boolean
}

/** A post open at its end, in a window whose dialogs have not come yet. */
async function sitDown({ failing = false, impatient = false }: Circumstances = {}): Promise<Typist> {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), 'about:blank')
  if (!impatient)
    await page.addInitScript(() => {
      const { setTimeout } = window
      const patient = (run: () => void, ms?: number) => setTimeout(run, ms === 2_000 ? 60_000 : ms)
      window.setTimeout = patient as typeof setTimeout
    })
  const gate = Promise.withResolvers<void>()
  await page.route(/DialogHost[^/]*\.js$/, async route => {
    await gate.promise
    await (failing ? route.abort() : route.continue())
  })
  await page.goto(url)
  const desk = deskOf(page)
  await desk.open('A tape that forgot')
  await desk.text.focus()
  await page.keyboard.press('Control+End')
  return { page, desk, before: await desk.source(), release: gate.resolve }
}

test.each([
  ['Control+k', 'tea', 'Link'],
  ['Control+Shift+P', 'bold', 'Commands'],
  ['Control+o', 'hel', 'Open a post'],
  ['Control+Shift+F', 'kettle', 'Find'],
])('What is typed right after %s goes into the dialog, never into the post', async (keys, words, field) => {
  const { page, desk, before, release } = await sitDown()
  const input = page.getByRole('dialog').getByLabel(field, { exact: true }).first()
  await page.keyboard.press(keys)
  await page.keyboard.type(`${words}x`)
  await page.keyboard.press('Backspace')
  release()
  await eventually(() => input.inputValue()).toBe(words)
  await page.keyboard.type('!')
  expect(await input.inputValue()).toBe(`${words}!`)
  await page.keyboard.press('Escape')
  await page.keyboard.type('Really.')
  expect(await desk.source()).toBe(`${before}Really.`)
})

test('What is typed right after a shortcut goes into its dialog also when that comes at once', async () => {
  const { page, desk, before, release } = await sitDown()
  release()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Link' }).waitFor()
  await page.keyboard.press('Escape')
  for (const [keys, field] of [
    ['Control+k', 'Link'],
    ['Control+Shift+P', 'Commands'],
    ['Control+o', 'Open a post'],
    ['Control+Shift+F', 'Find'],
    ['Control+Alt+n', 'Title'],
    ['Control+Shift+E', 'Address or embed code'],
    ['Control+Alt+r', 'Title'],
  ] as const) {
    await page.keyboard.press(keys)
    await page.keyboard.type(' tea')
    const input = page.getByRole('dialog').getByLabel(field, { exact: true }).first()
    expect(await input.inputValue(), keys).toMatch(/ tea$/)
    await page.keyboard.press('Escape')
    await page.keyboard.type('.')
  }
  expect(await desk.source()).toBe(`${before}.......`)
})

test('Escape struck before a dialog is there closes it, and what follows goes on in the post', async () => {
  const { page, desk, before, release } = await sitDown()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('te')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Really.')
  release()
  await eventually(() => desk.source()).toBe(`${before}Really.`)
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('A shortcut struck twice opens one dialog, and what was typed between stays in it', async () => {
  const { page, desk, before, release } = await sitDown()
  for (const word of ['te', 'a']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(word)
  }
  release()
  const link = page.getByRole('combobox', { name: 'Link' })
  await eventually(() => link.inputValue()).toBe('tea')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('s')
  expect(await link.inputValue()).toBe('teas')
  expect(await page.getByRole('dialog').count()).toBe(1)
  expect(await desk.source()).toBe(before)
})

test('A whole errand is struck at once: another post is opened, written in, and its words linked', async () => {
  const { page, desk, before, release } = await sitDown()
  const { keyboard } = page
  await keyboard.press('Control+o')
  await keyboard.type('hello')
  await keyboard.press('Enter')
  await keyboard.press('Control+End')
  await keyboard.type('Bring tea')
  await keyboard.press('Control+k')
  await keyboard.type('https://tea.example/')
  await keyboard.press('Enter')
  release()
  await eventually(() => desk.source()).toContain('https://tea.example/')
  expect(await desk.source()).toMatch(/First post\.[^]*Bring tea/)
  await desk.open('A tape that forgot')
  expect(await desk.source()).toBe(before)
})

test('What was pasted before a dialog is there goes into it', async () => {
  const { page, desk, before, release } = await sitDown()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('https://')
  await desk.paste('tea.example')
  release()
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Link' }).inputValue())
    .toBe('https://tea.example')
  expect(await desk.source()).toBe(before)
})

test('A word that an input method composes before a dialog is there is finished, and goes into it', async () => {
  const { page, desk, before, release } = await sitDown()
  const input = await page.context().newCDPSession(page)
  await page.keyboard.press('Control+k')
  await input.send('Input.imeSetComposition', { text: 'ちゃ', selectionStart: 2, selectionEnd: 2 })
  release()
  await page.waitForFunction(() => document.querySelector('dialog') === null)
  await input.send('Input.insertText', { text: '茶' })
  await eventually(() => page.getByRole('combobox', { name: 'Link' }).inputValue()).toBe('茶')
  expect(await desk.source()).toBe(before)
})

test('When a dialog cannot come, what was typed stands in the post, and why is said', async () => {
  const { page, desk, before, release } = await sitDown({ failing: true })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tea')
  await page.keyboard.press('Enter')
  await page.keyboard.type('milk')
  release()
  await eventually(() => desk.source()).toBe(`${before}tea\nmilk`)
  await page.getByRole('status', { name: 'Messages' }).getByText('DialogHost').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('When a dialog takes too long, what was typed is given back to the post', async () => {
  const { page, desk, before } = await sitDown({ impatient: true })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tea')
  await eventually(() => desk.source()).toBe(`${before}tea`)
  await page.keyboard.type(' and milk')
  expect(await desk.source()).toBe(`${before}tea and milk`)
})

test('What is typed right after a post was picked to link to comes behind the link', async () => {
  const { page, desk, before, release } = await sitDown()
  await page.keyboard.type(' tea')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+k')
  release()
  await page.getByRole('dialog').getByRole('option', { name: /Hello/ }).first().waitFor()
  await page.keyboard.type('hello')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and milk')
  await eventually(() => desk.source()).toContain('[tea]')
  expect(await desk.source()).toMatch(/\[tea\](?:\(.*\)|\[.*\]) and milk/)
  expect(await desk.source()).toContain(before)
})
