import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

import { type HostApi, loopback } from '../../../core/contract/index.ts'
import { LecternError } from '../../../core/errors.ts'
import { createAnnouncements } from '../../../electron/announcements.ts'
import { createLaunchCodes } from '../../../electron/hosts/web/launch-codes.ts'
import { startWebServer } from '../../../electron/hosts/web/server.ts'
import { rawRequest } from '../../support/raw-request.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function startServer() {
  const folder = temporaryFolder()
  const pageFolder = join(folder, 'page')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Lectern</title>')
  writeFileSync(join(pageFolder, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(pageFolder, 'notes.secret'), 'of an unknown type')
  writeFileSync(join(folder, 'outside.txt'), 'outside')
  symlinkSync(join(folder, 'outside.txt'), join(pageFolder, 'link.txt'))
  const { announce, events } = createAnnouncements()
  const reported: unknown[] = []
  const calls: unknown[][] = []
  const api: Partial<HostApi> = {
    listPosts: async () => [],
    readPost: async path => {
      calls.push(['readPost', path])
      throw new LecternError('post.not-found', [path])
    },
    recentWorkspaces: async () => {
      throw new TypeError('a fault of ours, with a secret in it')
    },
    savePost: async (path, source) => {
      calls.push(['savePost', path, source.length])
      return { version: 'v2' }
    },
  }
  const server = await startWebServer({
    api: api as HostApi,
    events,
    pageFolder,
    previewOrigin: 'http://preview.localhost:5',
    report: error => reported.push(error),
  })
  onTestFinished(() => server.close())
  const port = Number(new URL(server.origin).port)
  const withToken = { authorization: loopback.authorization(server.token) }
  const call = (method: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    rawRequest({
      port,
      path: loopback.methodPath(method),
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...withToken, ...headers },
    })
  return { server, port, withToken, call, calls, announce, reported }
}

describe('The loopback host', () => {
  test('answers a call that carries the token', async () => {
    const { call } = await startServer()
    const answer = await call('listPosts', '[]')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: [] })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('passes a refusal on as code and sentence, and does not log it as told to the writer', async () => {
    const { call } = await startServer()
    const answer = await call('readPost', '["_posts/gone.md"]')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'post.not-found' } })
  })

  test('keeps the details of a fault of ours for the log', async () => {
    const { call, reported } = await startServer()
    const answer = await call('recentWorkspaces', '[]')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'internal.unexpected' } })
    expect(answer.body).not.toContain('secret')
    expect(reported).toEqual([expect.any(TypeError)])
  })

  test('checks arguments before it calls', async () => {
    const { call, calls } = await startServer()
    const answer = await call('readPost', '["../../etc/passwd"]')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'contract.bad-argument' } })
    expect(calls).toEqual([])
  })

  test.for(['constructor', '__proto__', 'toString', 'dropTables', ''])(
    'knows no operation called “%s”',
    async (method, { expect }) => {
      const { call } = await startServer()
      const answer = await call(method, '[]')
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'contract.unknown-method' } })
    },
  )

  test('takes a post of 5 MB', async () => {
    const { call, calls } = await startServer()
    const source = 'é'.repeat(2_500_000)
    const answer = await call('savePost', JSON.stringify(['_posts/a.md', source, 'v1']))
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { version: 'v2' } })
    expect(calls).toEqual([['savePost', '_posts/a.md', 2_500_000]])
  })

  test.for([
    ['without a token', undefined],
    ['with a wrong token', 'Bearer AAAA'],
    ['with the token in the wrong scheme', 'Basic AAAA'],
    ['with an empty header', ''],
  ] as const)('answers 401 %s', async ([, authorization], { expect }) => {
    const { port, calls } = await startServer()
    const headers = {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
    }
    const path = loopback.methodPath('readPost')
    const post = await rawRequest({ port, path, method: 'POST', headers, body: '["a.md"]' })
    const events = await rawRequest({ port, path: loopback.eventsPath, headers })
    expect([post.status, events.status]).toEqual([401, 401])
    expect(calls).toEqual([])
  })

  test('does not take the token from the address', async () => {
    const { port, server } = await startServer()
    const path = `${loopback.eventsPath}?token=${server.token}`
    expect((await rawRequest({ port, path })).status).toBe(401)
  })

  test.for(['http://evil.example', 'null', 'https://127.0.0.1', 'http://preview.localhost:5'])(
    'answers 403 to a page from %s, even with the token',
    async (origin, { expect }) => {
      const { port, call, withToken, calls } = await startServer()
      const post = await call('readPost', '["a.md"]', { origin })
      const events = await rawRequest({ port, path: loopback.eventsPath, headers: { ...withToken, origin } })
      const page = await rawRequest({ port, path: '/', headers: { origin } })
      expect([post.status, events.status, page.status]).toEqual([403, 403, 403])
      expect(calls).toEqual([])
    },
  )

  test('answers its own page', async () => {
    const { server, call } = await startServer()
    expect((await call('listPosts', '[]', { origin: server.origin })).status).toBe(200)
  })

  test.for(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'preview.localhost'])(
    'answers 421 when the request was meant for %s',
    async (host, { expect }) => {
      const { port, call } = await startServer()
      const page = await rawRequest({ port, path: '/', headers: { host } })
      const post = await call('listPosts', '[]', { host })
      expect([page.status, post.status]).toEqual([421, 421])
    },
  )

  test('may also be called localhost', async () => {
    const { port } = await startServer()
    expect((await rawRequest({ port, path: '/', headers: { host: `localhost:${port}` } })).status).toBe(200)
  })

  test.for([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/assets\\..\\..\\outside.txt',
    '/link.txt',
    '/%00index.html',
    '/%zz',
    '/C:/outside.txt',
    '/.git/config',
  ])('answers 403 to the path %s', async (path, { expect }) => {
    const { port } = await startServer()
    const answer = await rawRequest({ port, path })
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain('outside')
  })

  test.for(['/assets', '/assets/', '/missing.html', '/notes.secret', '/index.html/', '/index.html/x.js'])(
    'answers 404 to the path %s',
    async (path, { expect }) => {
      const { port } = await startServer()
      expect((await rawRequest({ port, path })).status).toBe(404)
    },
  )

  test('serves the page with a policy that lets nothing foreign in', async () => {
    const { port } = await startServer()
    const page = await rawRequest({ port, path: '/?reload=1' })
    const script = await rawRequest({ port, path: '/assets/app.js' })
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    const policy = page.headers['content-security-policy']
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain('frame-src http://preview.localhost:5;')
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  test.for([
    ['GET', '/api/listPosts', 405],
    ['PUT', '/api/listPosts', 405],
    ['POST', '/api-events', 405],
    ['POST', '/', 405],
    ['DELETE', '/index.html', 405],
  ] as const)('answers %s %s with %i', async ([method, path, status], { expect }) => {
    const { port, withToken } = await startServer()
    expect((await rawRequest({ port, method, path, headers: withToken })).status).toBe(status)
  })

  test.for([
    ['a form', 'application/x-www-form-urlencoded', '[]', 415],
    ['plain text', 'text/plain', '[]', 415],
    ['broken JSON', 'application/json', '[', 400],
    ['an object', 'application/json', '{}', 400],
    ['nothing', 'application/json', '', 400],
  ] as const)('refuses %s as arguments', async ([, contentType, body, status], { expect }) => {
    const { call } = await startServer()
    expect((await call('listPosts', body, { 'content-type': contentType })).status).toBe(status)
  })

  test('streams what is announced, to every page that listens', async () => {
    const { server, announce, withToken } = await startServer()
    const listen = async () => {
      const response = await fetch(`${server.origin}${loopback.eventsPath}`, { headers: withToken })
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
      expect((await reader.read()).value).toBe(':\n\n')
      return reader
    }
    const readers = [await listen(), await listen()]
    announce({ type: 'posts-changed' })
    for (const reader of readers) {
      expect((await reader.read()).value).toBe('data: {"type":"posts-changed"}\n\n')
      await reader.cancel()
    }
  })

  test('closes although a page still listens', async () => {
    const { server, withToken } = await startServer()
    const response = await fetch(`${server.origin}${loopback.eventsPath}`, { headers: withToken })
    const ended = response.text().catch(() => 'cut')
    await server.close()
    expect(await ended).toBeDefined()
  })

  test('gives a file of the build whole and in part, also the second time', async () => {
    const { server } = await startServer()
    const address = `${server.origin}/assets/app.js`
    for (let time = 0; time < 2; time++) {
      const whole = await fetch(address)
      expect([whole.status, await whole.text()]).toEqual([200, 'export {}'])
      const part = await fetch(address, { headers: { range: 'bytes=0-5' } })
      expect([part.status, await part.text()]).toEqual([206, 'export'])
    }
  })

  test('says which port is taken', async () => {
    const { port } = await startServer()
    const second = startWebServer({
      api: {} as HostApi,
      events: () => () => {},
      pageFolder: '/',
      previewOrigin: '',
      port,
      report: () => {},
    })
    await expect(second).rejects.toMatchObject({ code: 'host.port-taken' })
  })

  test('opens once for a browser that is started with a code, whose words others may read', async () => {
    const { port, server } = await startServer()
    const address = server.launchUrl()
    expect(address).not.toContain(server.token)
    const path = new URL(address).pathname
    const first = await rawRequest({ port, path })
    expect([first.status, first.headers.location]).toEqual([303, `/#token=${server.token}`])
    const second = await rawRequest({ port, path })
    expect([second.status, second.headers.location]).toEqual([404, undefined])
  })

  test('opens for no code it has not given, and for no page', async () => {
    const { port, server } = await startServer()
    for (const path of ['/open/', '/open/AAAA', '/open/__proto__'])
      expect((await rawRequest({ port, path })).status).toBe(404)
    const path = new URL(server.launchUrl()).pathname
    const headers = { origin: 'http://evil.example' }
    expect((await rawRequest({ port, path, headers })).status).toBe(403)
  })

  test('a code is forgotten after a while', () => {
    let now = 0
    const codes = createLaunchCodes(() => now)
    const [early, late] = [codes.create(), codes.create()]
    now = 119_000
    expect(codes.redeem(early)).toBe(true)
    now = 121_000
    expect(codes.redeem(late)).toBe(false)
  })

  const address = Object.values(networkInterfaces())
    .flat()
    .find(each => each !== undefined && !each.internal && each.family === 'IPv4')?.address

  // A machine without a network has no address to be reached at.
  test.skipIf(address === undefined)('cannot be reached from the network', async () => {
    const { port } = await startServer()
    const outcome = await new Promise(resolve => {
      const socket = createConnection({ host: address!, port })
      socket.once('connect', () => resolve('connected'))
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
    expect(outcome).toBe('ECONNREFUSED')
  })

  test('has another token at each start', async () => {
    const [first, second] = [await startServer(), await startServer()]
    expect(first.server.token).not.toBe(second.server.token)
    expect(first.server.token).toMatch(/^[\w-]{43}$/)
    expect(first.server.url).toBe(`${first.server.origin}/#token=${first.server.token}`)
  })
})
