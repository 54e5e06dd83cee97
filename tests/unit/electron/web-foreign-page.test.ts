import { mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

import { startWebHost } from '../../../electron/hosts/web/main.ts'
import { launchChromium } from '../../support/chromium.ts'
import { temporaryFolder } from '../../support/temporary.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Lectern with a folder open, and a page of somebody else's in the same browser, which even knows every address and the token. */
async function open() {
  const folder = temporaryFolder('blog')
  mkdirSync(join(folder, '_posts'))
  mkdirSync(join(folder, 'images'))
  writeFileSync(join(folder, '_posts', '2025-01-01-a.md'), '---\ntitle: A\n---\n')
  writeFileSync(
    join(folder, 'images', 'a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  )
  const host = await startWebHost({ env: { ...process.env, LECTERN_HOME: temporaryFolder('home') }, folder })
  onTestFinished(() => host.close())
  const foreign = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Foreign</title><body>')
  })
  await new Promise<void>(resolve => foreign.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void foreign.close())
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(`http://evil.localhost:${(foreign.address() as AddressInfo).port}/`)
  const { services, origin, token } = host
  const { posts } = await services.session.open()
  const titles = async () => (await posts.listPosts()).map(({ title }) => title)
  return { page, origin, token, titles, host }
}

describe('A foreign page in the same browser', () => {
  test('cannot call, whatever it sends', async () => {
    const { page, titles, origin, token } = await open()
    const outcome = await page.evaluate(
      async ({ origin, token }) => {
        const body = JSON.stringify(['_posts/2025-01-02-evil.md', '---\ntitle: Evil\n---\n'])
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
        const requests: RequestInit[] = [
          { method: 'POST', body, headers },
          { method: 'POST', body, mode: 'no-cors' },
          { method: 'POST', body, mode: 'no-cors', headers: { 'content-type': 'text/plain' } },
          { method: 'POST', body, mode: 'no-cors', credentials: 'include', keepalive: true },
        ]
        const outcomes: string[] = []
        for (const request of requests) {
          const answer = await fetch(`${origin}/api/createPost`, request).then(
            response => response.type,
            () => 'blocked',
          )
          outcomes.push(answer)
        }
        navigator.sendBeacon(`${origin}/api/createPost`, body)
        const form = Object.assign(document.createElement('form'), {
          method: 'post',
          action: `${origin}/api/createPost`,
          target: 'hidden',
        })
        document.body.append(Object.assign(document.createElement('iframe'), { name: 'hidden' }), form)
        form.submit()
        await new Promise(resolve => setTimeout(resolve, 300))
        return outcomes.join()
      },
      { origin, token },
    )
    // “opaque” is a refusal the page may not even read.
    expect(outcome).toBe('blocked,opaque,opaque,opaque')
    expect(await titles()).toEqual(['A'])
  })

  test('cannot listen', async () => {
    const { page, origin, token } = await open()
    const outcome = await page.evaluate(
      async ({ origin, token }) => {
        const stream = new EventSource(`${origin}/api-events`)
        const heard = await new Promise(resolve => {
          stream.addEventListener('error', () => resolve('refused'))
          stream.addEventListener('open', () => resolve('open'))
        })
        const fetched = await fetch(`${origin}/api-events`, {
          headers: { authorization: `Bearer ${token}` },
        }).then(
          () => 'answered',
          () => 'blocked',
        )
        const socket = new WebSocket(origin.replace('http', 'ws'))
        const connected = await new Promise(resolve => {
          socket.addEventListener('error', () => resolve('refused'))
          socket.addEventListener('open', () => resolve('open'))
        })
        return `${heard} ${fetched} ${connected}`
      },
      { origin, token },
    )
    expect(outcome).toBe('refused blocked refused')
  })

  test('cannot frame the app or the preview, nor take their files', async () => {
    const { page, origin, token, host } = await open()
    const info = await fetch(`${origin}/api/hostInfo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '[]',
    })
    const { previewUrl } = ((await info.json()) as { readonly value: { readonly previewUrl: string } }).value
    const framed: string[] = []
    page.on('framenavigated', frame => framed.push(frame.url()))
    const loaded = await page.evaluate(
      async ([app, preview]) => {
        const outcomes: boolean[] = []
        for (const src of [app, preview])
          document.body.append(Object.assign(document.createElement('iframe'), { src }))
        const picture = preview.replace('quiet/preview.html', 'site/images/a.svg')
        for (const src of [picture, new URL('/images/a.svg', preview).href]) {
          outcomes.push(
            await new Promise<boolean>(resolve => {
              const image = Object.assign(new Image(), { src })
              image.addEventListener('load', () => resolve(true))
              image.addEventListener('error', () => resolve(false))
            }),
          )
        }
        await new Promise(resolve => setTimeout(resolve, 300))
        return outcomes
      },
      [host.url, previewUrl] as const,
    )
    expect(loaded).toEqual([false, false])
    expect(framed.filter(url => !url.startsWith('chrome-error:'))).toEqual([])
  })
})
