import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { accessibilityProblems } from '../support/axe.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

/** Pastes a picture that the page draws, or a file that only says it is one. */
async function pastePicture(page: Page, name: string, width: number, content?: string): Promise<void> {
  await page.evaluate(
    async ({ name, width, content }) => {
      const canvas = new OffscreenCanvas(width, Math.ceil(width / 2))
      const pen = canvas.getContext('2d')!
      pen.fillStyle = 'teal'
      pen.fillRect(0, 0, width, width)
      const blob = content === undefined ? await canvas.convertToBlob({ type: 'image/jpeg' }) : content
      const type = name.endsWith('.svg') ? 'image/svg+xml' : 'image/jpeg'
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([blob], name, { type }))
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    { name, width, content },
  )
}

interface Drawing {
  readonly name: string
  readonly type?: string
}

/** Pastes several small pictures at once. */
async function pastePictures(page: Page, drawings: readonly Drawing[]): Promise<void> {
  await page.evaluate(async drawings => {
    const clipboardData = new DataTransfer()
    for (const { name, type = 'image/png' } of drawings) {
      const canvas = new OffscreenCanvas(40, 20)
      canvas.getContext('2d')!.fillRect(0, 0, 20, 20)
      clipboardData.items.add(new File([await canvas.convertToBlob({ type })], name, { type }))
    }
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, drawings)
}

test('A pasted picture lands where the author keeps theirs, and one undo takes text and file back', async () => {
  const blog = ourBlog()
  const inFolder = () => readdirSync(join(blog.folder, 'images/web')).toSorted()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  const before = await desk.source()

  await pastePicture(page, 'The Quay 🎉 at/dawn.jpeg', 40)
  await expect.poll(desk.source).toContain('![]({{BASE_PATH}}/images/web/dawn.jpg)')
  await page.keyboard.type('The quay')
  expect(await desk.source()).toContain('![The quay]({{BASE_PATH}}/images/web/dawn.jpg)')
  expect(inFolder()).toEqual(['dawn.jpg', 'ladder.png'])
  await desk.preview.getByRole('img', { name: 'The quay' }).waitFor()

  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await expect.poll(desk.source).toBe(before)
  await expect.poll(inFolder).toEqual(['ladder.png'])
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(inFolder).toEqual(['dawn.jpg', 'ladder.png'])
})

test('Each of several pictures is described in its turn, and Tab leads on', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  await pastePictures(page, [{ name: 'quay.png' }, { name: 'dawn.png' }])
  await page.getByRole('paragraph').getByText('Say what it shows').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.type('The quay')
  await page.keyboard.press('Tab')
  await page.keyboard.type('At dawn')
  await page.keyboard.press('Tab')
  await page.keyboard.type('!')
  expect(await desk.source()).toMatch(/!\[The quay\]\([^)]*quay\.png\)\n\n!\[At dawn\]\([^)]*dawn\.png\)!$/)
})

test('Several pictures become the author’s gallery, more are added to it, and each step is undone with its files', async () => {
  const blog = ourBlog()
  const inFolder = () => readdirSync(join(blog.folder, 'images/web'), { recursive: true }).toSorted()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')
  const before = await desk.source()

  await pastePictures(page, [{ name: 'quay.jpg', type: 'image/jpeg' }, { name: 'dawn.png' }])
  await page.getByRole('toolbar', { name: 'The pictures stand as' }).waitFor()
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('Added a gallery').waitFor()
  const gallery = (count: number) =>
    `\n{% assign image_folder = 'hello' %}\n{% assign number_of_images = ${count} %}\n{% include talks/gallery %}`
  await expect.poll(desk.source).toBe(before + gallery(2))
  expect(inFolder()).toEqual(['hello', 'hello/1.png', 'hello/2.png', 'ladder.png'])
  await desk.preview.locator('.gallery img').nth(1).waitFor()

  await pastePictures(page, [{ name: 'dusk.png' }])
  await page.getByText('Added to the gallery').waitFor()
  expect(await desk.source()).toBe(before + gallery(3))
  expect(inFolder()).toContain('hello/3.png')
  await desk.text.press('Control+Z')
  await expect.poll(inFolder).toEqual(['hello', 'hello/1.png', 'hello/2.png', 'ladder.png'])
  expect(await desk.source()).toBe(before + gallery(2))
  await desk.text.press('Control+Z')
  await expect.poll(inFolder).toEqual(['hello', 'ladder.png'])
  expect(await desk.source()).toBe(before)
})

test('A large photo is offered smaller; what is damaged or holds a script is refused with a sentence', async () => {
  const blog = ourBlog()
  const { url } = await startHost(blog.folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.text.press('Control+End')

  await pastePicture(page, 'broken.jpg', 1, 'not a picture')
  await page.getByText('broken.jpg is not a picture').waitFor()
  await pastePicture(
    page,
    'drawing.svg',
    1,
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
  )
  await page.getByText('drawing.svg holds a script').waitFor()

  await pastePicture(page, 'audience.jpg', 4000)
  const dialog = page.getByRole('dialog', { name: 'Add a smaller copy?' })
  await dialog.getByText('Copy: 2000 × 1000').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add the smaller copy' }).click()
  await expect.poll(desk.source).toContain('/images/web/audience.jpg')
  expect(existsSync(join(blog.folder, 'images/web/drawing.svg'))).toBe(false)
})
