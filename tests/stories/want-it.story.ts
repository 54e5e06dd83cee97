import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openWindow, startHost, useChromium } from '../support/app.ts'
import { ourBlog } from '../support/blogs.ts'
import { deskOf } from '../support/desk.ts'

const chromium = useChromium()

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A server without https that counts what it is asked for. */
async function startPictures(): Promise<{ readonly origin: string; readonly asked: () => number }> {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.writeHead(200, { 'content-type': 'image/png' }).end(pixel)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
}

async function openPost(body: string) {
  const { folder } = ourBlog()
  writeFileSync(join(folder, '_posts/2022-02-01-hello.md'), `---\ntitle: Hello\n---\n${body}\n`)
  const { url } = await startHost(folder)
  const page = await openWindow(chromium(), url)
  const desk = deskOf(page)
  await desk.open('Hello')
  return { page, desk }
}

test('A picture without https loads once the writer clicks it, and no other does', async () => {
  const { origin, asked } = await startPictures()
  const { desk } = await openPost(`![Harbour](${origin}/harbour.png)\n\n![Bridge](${origin}/bridge.png)`)
  const placeholder = desk.preview.getByRole('button', { name: /Harbour/ })
  await placeholder.waitFor()
  expect(asked()).toBe(0)

  await placeholder.click()
  const picture = desk.preview.frameLocator('.guest iframe').getByRole('img', { name: 'Harbour' })
  await expect.poll(() => picture.evaluate(each => (each as HTMLImageElement).naturalWidth)).toBe(1)
  await desk.preview.getByRole('button', { name: /Bridge/ }).waitFor()
  expect(asked()).toBe(1)
})

test('A player on a host of its own plays on one click, and that host is named before', async () => {
  const { page, desk } = await openPost(
    '<iframe src="https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d"></iframe>',
  )
  let loads = 0
  await page.context().route('https://tube.example/**', route => {
    loads++
    return route.fulfill({ contentType: 'text/html', body: '<p>playing</p>' })
  })
  await desk.preview.getByText('tube.example').waitFor()
  expect(loads).toBe(0)

  await desk.preview.getByRole('button', { name: /Play PeerTube/ }).click()
  await desk.preview.frameLocator('figure.card iframe').frameLocator('iframe').getByText('playing').waitFor()
  expect(loads).toBe(1)
})

test('What plays plays on, and nothing moves, when a picture of another site or a player of another host is clicked', async () => {
  const { origin, asked } = await startPictures()
  const tube = 'https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d'
  const { page, desk } = await openPost(
    [
      '<iframe src="https://www.youtube.com/embed/q7Xc_3LmN0k"></iframe>',
      `![Harbour](${origin}/harbour.png){: width="40"}`,
      `<iframe src="${tube}"></iframe>`,
      'The end.',
    ].join('\n\n'),
  )
  const loads: string[] = []
  await page.context().route(/^https:/, route => {
    loads.push(new URL(route.request().url()).host)
    return route.fulfill({ contentType: 'text/html', body: '<p>playing</p>' })
  })
  await desk.preview.getByRole('button', { name: /Play YouTube/ }).click()
  const playing = desk.preview.frameLocator('figure.card iframe').first().getByText('playing')
  await playing.waitFor()
  const html = desk.preview.locator('html')
  await html.evaluate(page => (page.dataset['same'] = 'page'))

  await desk.preview.getByRole('button', { name: /Harbour/ }).click()
  const place = desk.preview.locator('.guest')
  await expect.poll(() => place.evaluate(each => each.style.aspectRatio), { timeout: 10_000 }).toBe('1 / 1')
  expect((await place.boundingBox())!.width).toBe(40)
  await desk.preview.getByRole('button', { name: /Play PeerTube/ }).click()
  await desk.preview
    .frameLocator('iframe[title^=PeerTube]')
    .frameLocator('iframe')
    .getByText('playing')
    .waitFor()
  await desk.goBehind('The end.')
  await page.keyboard.type(' Really.')
  await desk.preview.getByText('Really.').waitFor()
  await desk.goBehind('![Harbour]')
  await page.keyboard.type(' A harbour.')
  await desk.preview.getByText('A harbour.').waitFor()

  await playing.waitFor()
  expect(loads).toEqual(['www.youtube-nocookie.com', 'tube.example'])
  expect(asked()).toBe(1)
  expect(await html.getAttribute('data-same')).toBe('page')
})
