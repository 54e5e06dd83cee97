import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'
import { hostilePost, strangeServer } from '../support/hostile-post.ts'

const chromium = useChromium()

test.each(['light', 'dark'] as const)(
  'A hostile post calls nobody and reaches nothing (%s)',
  async colorScheme => {
    const blog = ourBlog()
    const stranger = await strangeServer()
    const { url } = await startHost(blog.folder)
    const app = new URL(url).origin
    writeFileSync(join(blog.folder, '_posts/2024-10-10-hostile.md'), hostilePost(stranger.origin, app))
    const page = await openWindow(chromium(), url, { colorScheme })
    const asked: string[] = []
    const fromPreview: string[] = []
    page.on('request', request => {
      const { hostname, pathname } = new URL(request.url())
      if (
        request.url().startsWith(stranger.origin) ||
        !/^(?:127\.0\.0\.1|preview\.localhost|)$/.test(hostname)
      )
        asked.push(request.url())
      if (request.frame() !== page.mainFrame() && pathname.startsWith('/api/'))
        fromPreview.push(request.url())
    })
    const desk = deskOf(page)

    await page.getByPlaceholder('Filter').fill('onerror')
    await page.getByRole('option').first().click()
    await desk.preview.getByText('styled').waitFor()
    for (const id of ['leave', 'run', 'send']) {
      await desk.preview
        .locator(`#${id}`)
        .click({ timeout: 2_000 })
        .catch(() => undefined)
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
  },
)
