import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { hostilePost, strangeServer } from '../support/hostile-post.ts'

const chromium = useChromium()

function hostileLayout(away: string, attack: string): string {
  return `<html manifest="${away}/manifest" onclick="window.pwned=1"><head>
<base href="${away}/base/"><title>x</title><meta http-equiv="refresh" content="0;url=${away}/refresh">
<link rel="stylesheet" href="${away}/sheet.css"><link rel="icon" href="${away}/icon.png">
<link rel="stylesheet" href="data:text/css,@import url(${away}/data.css)">
<script>window.pwned=1</script><script src="${away}/layout.js"></script>
<style>@import "${away}/import.css"; html { background: url(${away}/back.png) }</style></head>
<body onload="window.pwned=1" background="${away}/body.png" style="background: url(${away}/style.png)">
${attack}{{ content }}</body></html>
`
}

test.each([
  ['light', 'content'],
  ['dark', 'content'],
  ['light', 'page'],
] as const)('A hostile post calls nobody and reaches nothing (%s, %s)', async (colorScheme, view) => {
  const blog = ourBlog()
  const stranger = await strangeServer()
  const { url } = await startHost(blog.folder)
  const app = new URL(url).origin
  const hostile = hostilePost(stranger.origin, app)
  writeFileSync(join(blog.folder, '_posts/2024-10-10-hostile.md'), hostile)
  // The layout is as hostile, before and behind the content.
  const attack = hostile.split('---\n')[2]!
  appendFileSync(join(blog.folder, '_layouts/post.html'), attack)
  writeFileSync(join(blog.folder, '_layouts/default.html'), hostileLayout(stranger.origin, attack))
  const page = await openWindow(chromium(), url, { colorScheme })
  const asked: string[] = []
  const fromPreview: string[] = []
  page.on('request', request => {
    const { hostname, pathname } = new URL(request.url())
    if (request.url().startsWith(stranger.origin) || !/^(?:127\.0\.0\.1|preview\.localhost|)$/.test(hostname))
      asked.push(request.url())
    if (request.frame() !== page.mainFrame() && pathname.startsWith('/api/')) fromPreview.push(request.url())
  })
  const desk = deskOf(page)

  await page.getByPlaceholder('Filter').fill('onerror')
  await page.getByRole('option').first().click()
  await desk.preview.locator('article .content').getByText('styled').waitFor()
  if (view === 'content') {
    await desk.run('Preview: the content alone')
    await desk.preview.locator('#post').getByText('styled').waitFor()
  }
  for (const id of ['leave', 'run', 'send']) {
    await desk.preview
      .locator(`#${id}`)
      .click({ timeout: 2_000 })
      .catch(() => undefined)
    await page.waitForTimeout(800)
    await page.keyboard.press('Escape')
  }
  await desk.text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('still here')
  await desk.preview.getByText('still here').waitFor()
  await pause(1_000)

  const pwned = await Promise.all(
    page.frames().map(frame => frame.evaluate(() => 'pwned' in window).catch(() => false)),
  )
  expect({ out: stranger.calls, asked, fromPreview, pwned: pwned.some(Boolean) }).toEqual({
    out: [],
    asked: [],
    fromPreview: [],
    pwned: false,
  })
  expect(page.url().startsWith(app)).toBe(true)
})
