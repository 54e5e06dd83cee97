import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startWebHost } from '../../electron/hosts/web/main.ts'
import { openWindow, useChromium } from '../support/app.ts'
import { deskOf } from '../support/desk.ts'
import { type EmbedServices, bytes, startEmbedServices, status } from '../support/embed-services.ts'
import { themeArchive } from '../support/tar.ts'
import { temporaryFolder } from '../support/temporary.ts'

const chromium = useChromium()
const patience = { timeout: 30_000 }
const github = 'codeload.github.com'

const harbour = {
  '_layouts/post.html':
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="{{ \'/assets/harbour.css\' | relative_url }}"></head><body class="harbour">{% include mast.html %}<main>{{ content }}</main></body></html>',
  '_includes/mast.html': '<header>{{ site.title }} at low tide</header>',
  '_sass/_water.scss': '$water: rgb(0, 40, 80);',
  'assets/harbour.scss': '---\n---\n@import "water";\nmain p { color: $water }\n',
}

/** A window on a blog that names its theme only; the host around it is the real one, its network played here. */
async function openBlog(services: EmbedServices) {
  const folder = temporaryFolder('quay')
  writeFileSync(join(folder, '_config.yml'), 'title: Quay\nremote_theme: quay/harbour-theme\n')
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_posts/2024-01-01-tides.md'), '---\nlayout: post\ntitle: Tides\n---\nHigh.\n')
  const env = { ...process.env, LECTERN_HOME: temporaryFolder('home') }
  const host = await startWebHost({ env, folder, network: services.network })
  onTestFinished(() => host.close())
  const page = await openWindow(chromium(), host.url)
  const desk = deskOf(page)
  await desk.open('Tides')
  return { page, desk }
}

test('A theme in another repository is named as missing, fetched when the writer says so, worn, and forgotten', async () => {
  const services = await startEmbedServices()
  onTestFinished(services.close)
  services.answer(github, status(404))
  const { page, desk } = await openBlog(services)
  const chip = page.getByText('The theme is missing')
  await desk.preview.locator('#post').getByText('High.').waitFor()
  await chip.click()
  await page.getByText('The theme “quay/harbour-theme” lies on github.com').waitFor()
  expect(services.requests).toEqual([])

  const fetchIt = page.getByRole('button', { name: 'Fetch the theme once from github.com' })
  await fetchIt.click()
  await page.getByText('github.com has no theme “quay/harbour-theme”').waitFor()

  services.answer(github, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-gzip' })
    response.write(themeArchive(harbour).subarray(0, 100))
  })
  await fetchIt.click()
  await page.getByText('Fetching the theme from github.com').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await fetchIt.waitFor()

  services.answer(github, bytes('application/x-gzip', themeArchive(harbour)))
  await fetchIt.click()
  const words = desk.preview.locator('body.harbour main p')
  await words.getByText('High.').waitFor()
  await desk.preview.getByText('Quay at low tide').waitFor()
  await expect.poll(() => words.evaluate(p => getComputedStyle(p).color), patience).toBe('rgb(0, 40, 80)')
  await page.getByText(/is shown as it was on \d{4}-/).waitFor()
  const asked = services.requests.length
  await page.reload()
  await words.getByText('High.').waitFor()
  expect(services.requests).toHaveLength(asked)

  await desk.run('Forget the fetched theme')
  await desk.preview.locator('#post').getByText('High.').waitFor()
  await desk.run('Fetch the site’s theme once')
  await words.getByText('High.').waitFor()
})
