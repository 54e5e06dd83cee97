import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { strangeServer } from '../support/hostile-post.ts'

const chromium = useChromium()

/** The first Sass of a run takes a while to begin. */
const patience = { timeout: 30_000 }

/** Our blog in clothes of its own, with what cannot be shown of them here. */
function dressedBlog(away: string): string {
  const { folder } = ourBlog()
  const files = {
    '_sass/_ink.scss': '$ink: rgb(1, 2, 3);',
    'assets/site.scss':
      '---\n---\n@import "ink";\narticle { .content > p { color: $ink } }\nfigure.card { opacity: 0 }\n',
    'assets/broken.scss': '---\n---\na { color: $none }\n',
    'assets/plain.css': `@import url(${away}/far.css); h1 { font-family: far; text-indent: 7px } @font-face { font-family: far; src: url(${away}/far.woff2) }`,
    '_layouts/default.html': `<!DOCTYPE html>
<html lang="en" class="dressed"><head>
<title>{{ page.title }}</title>
<link rel="stylesheet" href="/assets/site.css"><link rel="stylesheet" href="/assets/plain.css">
<link rel="stylesheet" href="/assets/broken.css"><link rel="stylesheet" href="${away}/sheet.css">
<script src="/assets/menu.js"></script>
</head><body class="talks"><header>{{ site.title }}</header>
<script>document.body.dataset.ran = 'yes'</script>
{{ content }}
<footer>{{ page.title | upcase }}</footer></body></html>
`,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

test('The preview wears the site’s clothes, and says what of them it leaves off', async () => {
  const stranger = await strangeServer()
  const { url } = await startHost(dressedBlog(stranger.origin))
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  const shown = page.getByRole('group', { name: 'The preview shows' })
  await shown.getByRole('button', { name: 'Page', pressed: true }).waitFor()

  const words = desk.preview.locator('html.dressed body.talks article .content > p').first()
  await words.getByText('First post.').waitFor()
  await expect.poll(() => words.evaluate(p => getComputedStyle(p).color), patience).toBe('rgb(1, 2, 3)')
  await desk.preview.locator('footer', { hasText: 'HELLO' }).waitFor()
  expect(await desk.preview.locator('body').getAttribute('data-ran')).toBeNull()

  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring *tea*.')
  await words.locator('em', { hasText: 'tea' }).waitFor()

  await page.getByText(/May differ from the site/).click()
  const said = page.locator('details li')
  await expect.poll(() => said.allTextContents().then(lines => lines.length), patience).toBeGreaterThan(5)
  expect((await said.allTextContents()).toSorted()).toEqual([
    `A font of another host is not loaded: ${stranger.origin}/far.woff2`,
    'A script inside the layout does not run here.',
    'A script of the layout does not run here: /assets/menu.js',
    'A style sheet is left out. assets/broken.scss: Undefined variable.',
    `A style sheet of another host is not loaded: ${stranger.origin}/far.css`,
    `A style sheet of another host is not loaded: ${stranger.origin}/sheet.css`,
  ])
  await page.keyboard.press('Escape')
  await said.first().waitFor({ state: 'hidden' })
  await page.getByText(/May differ from the site/).click()
  await said.first().waitFor()
  await page.locator('iframe[title="Preview of the post"]').click({ position: { x: 20, y: 700 } })
  await said.first().waitFor({ state: 'hidden' })
  expect(stranger.calls).toEqual([])
})

test('Cards and players look like Lectern’s in the site’s page, too', async () => {
  const stranger = await strangeServer()
  const { url } = await startHost(dressedBlog(stranger.origin))
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Tape robots at ArchiveCon')
  await desk.run('Preview: the page of the site')
  await desk.preview.locator('body.talks figure.card').first().waitFor()
  const opacity = await desk.preview
    .locator('figure.card')
    .first()
    .evaluate(card => getComputedStyle(card).opacity)
  expect(opacity).toBe('1')
  await page
    .context()
    .route('https://speakerdeck.com/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<p>deck</p>' }),
    )
  await desk.preview.getByRole('button', { name: /Speaker Deck/ }).click()
  await desk.preview.frameLocator('iframe').getByText('deck').waitFor()
})

test('The view is remembered; a post whose layout is missing is shown in our typography, which is said', async () => {
  const { folder } = ourBlog()
  writeFileSync(
    join(folder, '_posts/2024-12-01-bare.md'),
    '---\nlayout: nowhere\ntitle: Bare\n---\nNo clothes.\n',
  )
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Preview: the page of the site')
  await desk.preview.locator('article .content').getByText('First post.').waitFor()

  await desk.open('Bare')
  await desk.preview.locator('#post').getByText('No clothes.').waitFor()
  await page.getByText(/May differ from the site/).click()
  await page.getByText(/Layout 'nowhere' requested in .* does not exist/).waitFor()

  await desk.open('Hello')
  await desk.preview.locator('article .content').getByText('First post.').waitFor()
  await page.reload()
  await desk.preview.locator('article .content').getByText('First post.').waitFor()
})

test('Styles and fonts of another host come once the writer says so for this site, and from no other', async () => {
  const { url } = await startHost(dressedBlog('https://fonts.example'))
  const page = await openWindow(chromium(), url)
  const asked: string[] = []
  await page.context().route('https://fonts.example/**', route => {
    asked.push(new URL(route.request().url()).pathname)
    return route.fulfill({ contentType: 'text/css', body: 'h1 { letter-spacing: 3px }' })
  })
  const desk = deskOf(page)
  await desk.open('Hello')
  const heading = desk.preview.locator('body.talks h1').first()
  await heading.waitFor()
  const spacing = () => heading.evaluate(h1 => getComputedStyle(h1).letterSpacing)
  expect(await spacing()).toBe('normal')

  await page.getByText(/May differ from the site/).click()
  await page.getByRole('button', { name: 'Load styles and fonts from fonts.example' }).click()
  await expect.poll(spacing, patience).toBe('3px')
  expect(asked).toContain('/sheet.css')
  await page.reload()
  await expect.poll(spacing, patience).toBe('3px')

  await page.getByText(/May differ from the site/).click()
  await page.getByRole('button', { name: 'Load nothing more from fonts.example' }).click()
  await expect.poll(spacing, patience).toBe('normal')
})

test('A post in a layout without a style is shown in our typography until the writer asks for the page', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.preview.locator('#post').getByText('First post.').waitFor()
  await page.getByRole('button', { name: 'Page', exact: true }).click()
  await desk.preview.locator('article .content').getByText('First post.').waitFor()
})

test('The HTML of the content can be read, and follows the keys', async () => {
  const { url } = await startHost(ourBlog().folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  await desk.run('Preview: HTML of the content')
  const source = page.getByRole('textbox', { name: 'HTML of the post' })
  await source.getByText('<p>First post.').waitFor()
  await desk.goBehind('First post.')
  await page.keyboard.type(' Bring *tea*.')
  await source.getByText('<em>tea</em>').waitFor()
})

test('The writer says which Jekyll publishes the folder, and the preview follows at once', async () => {
  const { folder } = ourBlog()
  writeFileSync(join(folder, '_config.yml'), 'title: Quay\nbaseurl: /quay\n')
  const post = '---\ntitle: Two Jekylls\n---\n[Itself]({% post_url 2024-02-03-two-jekylls %})\n'
  writeFileSync(join(folder, '_posts/2024-02-03-two-jekylls.md'), post)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Two Jekylls')
  const link = desk.preview.getByText('Itself')
  await link.waitFor()
  expect(await link.getAttribute('href')).toContain('/quay/2024/02/03/two-jekylls')

  await desk.run('Settings')
  const choice = page.getByLabel('Jekyll of this folder')
  await expect
    .poll(() => choice.locator('option').first().textContent())
    .toBe('Found: 4.3 (nothing says otherwise)')
  await choice.selectOption('3.10 as GitHub Pages builds it')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => link.getAttribute('href'), patience).not.toContain('/quay/')

  await page.getByRole('button', { name: 'Page', exact: true }).click()
  await page.getByText(/May differ from the site/).click()
  await page.getByText(/published by Jekyll 3\.10 \(as chosen in Settings\)/).waitFor()
})
