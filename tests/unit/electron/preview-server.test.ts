import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

import { startPreviewServer } from '../../../electron/services/preview-server.ts'
import { rawRequest } from '../../support/raw-request.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function startServer({ withSite = true } = {}) {
  const folder = temporaryFolder()
  const pageFolder = join(folder, 'page')
  const site = join(folder, 'site')
  const files: Readonly<Record<string, string>> = {
    'page/preview.html': '<!doctype html><title>Preview</title>',
    'page/index.html': '<!doctype html><title>Lectern</title>',
    'page/assets/preview.js': 'export {}',
    'site/images/talk one.png': 'not really a picture',
    'site/css/site.css': 'body { background: url(/images/a.png) }',
    'site/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'site/app.js': 'alert(1)',
    'site/slides/talk/index.html': '<h1>Slides</h1>',
    'site/slides/talk/deck.js': 'export {}',
    'site/slides/talk/.secret.js': 'secret',
    'site/slides/notes.md': 'notes',
    'site/slides/made.html': '---\nlayout: deck\n---\n',
    'site/secret.html': 'a page',
    'site/_config.yml': 'secret: yes',
    'site/.env.png': 'a secret',
    'site/.git/picture.png': 'a secret',
    'outside.png': 'outside',
    'theme/assets/icons.svg': '<svg/>',
    'theme/secret.svg': '<svg/>',
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  symlinkSync(join(folder, 'outside.png'), join(site, 'link.png'))
  symlinkSync(folder, join(site, 'up'))
  symlinkSync(join(folder, 'page/assets/preview.js'), join(site, 'slides/talk/away.js'))
  symlinkSync(join(site, 'images'), join(site, 'pictures'))
  const server = await startPreviewServer({
    pageFolder,
    siteFolder: () => (withSite ? site : undefined),
    publication: async () => ({ themeFolder: join(folder, 'theme'), baseurl: '/talks' }),
    appSource: () => 'http://127.0.0.1:1 http://localhost:1',
    frameSources: ['https://player.example', 'https://slides.example'],
    report: error => {
      throw error
    },
  })
  onTestFinished(() => server.close())
  const { port, host, pathname } = new URL(server.previewUrl)
  const token = pathname.split('/')[1]!
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    rawRequest({ port: Number(port), path, headers: { host, ...headers } })
  return { server, token, get, host }
}

/** Who may frame what the preview frames, as CSP sources. */
function framers({ origin }: { readonly origin: string }): string {
  return `${origin} http://127.0.0.1:1 http://localhost:1`
}

describe('The preview server', () => {
  test('lives on an origin of its own, under a path nobody guesses', async () => {
    const { server, token } = await startServer()
    expect(server.previewUrl).toMatch(/^http:\/\/preview\.localhost:\d+\/[\w-]{32}\/quiet\/preview\.html$/)
    expect(server.remotePreviewUrl).toBe(`${server.origin}/${token}/remote/preview.html`)
  })

  test('lets a quiet preview load its own script, the site’s files and the listed players, nothing else', async () => {
    const { server, get, token } = await startServer()
    const page = await get(`/${token}/quiet/preview.html`)
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "media-src 'self'; font-src 'self' data:; frame-src https://player.example https://slides.example " +
        `${server.origin}/${token}/deck/ ${server.origin}/${token}/guest/; ` +
        "connect-src 'none'; worker-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'; " +
        'frame-ancestors http://127.0.0.1:1 http://localhost:1',
    )
  })

  test('lets a remote preview load pictures and media over https as well', async () => {
    const { get, token } = await startServer()
    const policy = (await get(`/${token}/remote/preview.html`)).headers['content-security-policy']
    expect(policy).toContain("img-src 'self' data: https:;")
    expect(policy).toContain("media-src 'self' https:;")
    expect(policy).toContain("connect-src 'none'; worker-src 'none'; object-src 'none'; form-action 'none'")
  })

  test('shows a player or a picture of any site in a page of its own, which lets in that and no script', async () => {
    const { server, get, token } = await startServer()
    const guest = (kind: string, about: Readonly<Record<string, string>>) =>
      get(`/${token}/guest/${kind}?${new URLSearchParams(about).toString()}`)
    const player = await guest('frame', {
      src: 'https://tube.example/videos/embed/1?a="><script>',
      sandbox: 'allow-scripts allow-top-navigation allow-same-origin',
      allow: 'fullscreen; autoplay',
    })
    expect(player.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-src https://tube.example; img-src 'none'; media-src 'none'; " +
        `base-uri 'none'; form-action 'none'; frame-ancestors ${framers(server)}`,
    )
    expect(player.body).toContain('sandbox="allow-scripts allow-same-origin" allow="fullscreen; autoplay"')
    expect(player.body).toContain('referrerpolicy="strict-origin-when-cross-origin"')
    expect(player.body).not.toContain('<script')
    const picture = await guest('img', { src: 'http://old.example/a.png', alt: '"><script>' })
    expect(picture.headers['content-security-policy']).toContain(
      "frame-src 'none'; img-src http://old.example https:;",
    )
    expect(picture.headers['referrer-policy']).toBe('strict-origin')
    expect(picture.body).not.toContain('<script')
    for (const about of [
      { src: 'javascript:alert(1)' },
      { src: 'data:text/html,x' },
      { src: 'file:///etc/passwd' },
      { src: 'https://me:secret@x.example/' },
      { src: '' },
    ])
      expect((await guest('img', about)).status).toBe(404)
    expect((await guest('frame', { src: 'http://tube.example/' })).status).toBe(404)
    expect((await guest('script', { src: 'https://x.example/' })).status).toBe(404)
  })

  test('serves slides of the site from their folder alone, under a secret of their own', async () => {
    const { server, get, token, host } = await startServer()
    const around = await get(`/${token}/deck/slides/talk/`)
    const [source] = /http:\/\/deck\.localhost:\d+\/[\w-]{43}\//.exec(around.body) ?? ['']
    expect(around.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; frame-src ${source}; base-uri 'none'; form-action 'none'; ` +
        `frame-ancestors ${framers(server)}`,
    )
    expect(around.body).toContain(
      `sandbox="allow-scripts" referrerpolicy="no-referrer" src="${source}index.html"`,
    )
    expect(source).not.toContain(token)
    const below = (path: string) => get(`${new URL(source).pathname}${path}`, { host: new URL(source).host })
    const page = await below('index.html')
    expect([page.status, page.body]).toEqual([200, '<h1>Slides</h1>'])
    const policy = page.headers['content-security-policy']
    expect(policy).toContain(`default-src 'none'; script-src ${source} 'unsafe-inline';`)
    expect(policy).toContain(`connect-src ${source};`)
    expect(policy).toMatch(/sandbox allow-scripts$/)
    expect(page.headers['access-control-allow-origin']).toBe('null')
    expect((await below('deck.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    for (const path of [
      '../notes.md',
      '%2e%2e/notes.md',
      '..%2fnotes.md',
      '.secret.js',
      'away.js',
      'deck.php',
    ])
      expect((await below(path)).status, path).toBeGreaterThan(400)
    expect((await get('/AAAA/index.html', { host: new URL(source).host })).status).toBe(404)
    expect((await get(`${new URL(source).pathname}index.html`, { host })).status).toBe(404)
    expect((await get(`/${token}/quiet/preview.html`, { host: new URL(source).host })).status).toBe(404)
  })

  test.for([
    ['/slides/', 'no such page'],
    ['/nothing.html', 'no such page'],
    ['/secret', 'at the root'],
    ['/slides/made', 'Jekyll makes this page'],
    ['/up/page/secret.html', 'no such page'],
    ['/../outside.html', 'no such page'],
  ])('says of the page %s in a frame: %s', async ([path, words], { expect }) => {
    const { get, token } = await startServer()
    const page = await get(`/${token}/deck${path}`)
    expect(page.body).toContain(words)
    expect(page.headers['content-security-policy']).toContain("frame-src 'none'")
  })

  test('lets styles and fonts of other hosts in when the app asks for them, and nothing wider', async () => {
    const { get, token } = await startServer()
    const asked = ['https://fonts.example', 'https:', "https://x.example; script-src 'unsafe-inline'", '*']
    const query = asked.map(origin => `style=${encodeURIComponent(origin)}`).join('&')
    const policy = (await get(`/${token}/quiet/preview.html?${query}`)).headers['content-security-policy']
    expect(policy).toContain("style-src 'self' 'unsafe-inline' https://fonts.example;")
    expect(policy).toContain("font-src 'self' data: https://fonts.example;")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("img-src 'self' data:;")
  })

  test('finds below the base address of the site, and among what its theme publishes, what the folder has not got', async () => {
    const { get, token } = await startServer()
    const status = async (path: string) => (await get(`/${token}/site${path}`)).status
    expect(await status('/talks/drawing.svg')).toBe(200)
    expect(await status('/assets/icons.svg')).toBe(200)
    expect(await status('/talks/assets/icons.svg')).toBe(200)
    expect(await status('/secret.svg')).toBe(404)
    expect(await status('/assets/..%2f..%2foutside.png')).toBe(403)
  })

  test('gives players its origin as the referrer, and never the token', async () => {
    const { get, token } = await startServer()
    const page = await get(`/${token}/quiet/preview.html`)
    expect(page.headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
  })

  test('serves the script of the page, and not the page of the app', async () => {
    const { get, token } = await startServer()
    expect((await get(`/${token}/quiet/assets/preview.js`)).status).toBe(200)
    expect((await get(`/${token}/quiet/index.html`)).status).toBe(404)
  })

  test('serves pictures and styles of the open site', async () => {
    const { get, token } = await startServer()
    const picture = await get(`/${token}/site/images/talk%20one.png`)
    expect([picture.status, picture.headers['content-type'], picture.body]).toEqual([
      200,
      'image/png',
      'not really a picture',
    ])
    const through = await get(`/${token}/site/pictures/talk%20one.png`)
    expect(through.status).toBe(200)
  })

  test('lets no script in a drawing run when it is opened by itself', async () => {
    const { get, token } = await startServer()
    const drawing = await get(`/${token}/site/drawing.svg`)
    expect(drawing.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox$/)
    expect(drawing.headers['x-content-type-options']).toBe('nosniff')
  })

  test.for(['app.js', 'secret.html', '_config.yml', 'images', 'missing.png'])(
    'has no %s of the site',
    async (path, { expect }) => {
      const { get, token } = await startServer()
      expect((await get(`/${token}/site/${path}`)).status).toBe(404)
    },
  )

  test.for([
    'link.png',
    'up/outside.png',
    '../outside.png',
    '%2e%2e/outside.png',
    'images/..%2f..%2foutside.png',
    '..%5coutside.png',
    '.env.png',
    '.git/picture.png',
    'images/%00.png',
  ])('answers 403 to %s, which leads out of the site or to what it hides', async (path, { expect }) => {
    const { get, token } = await startServer()
    expect((await get(`/${token}/site/${path}`)).status).toBe(403)
  })

  test('has no files while no site is open', async () => {
    const { get, token } = await startServer({ withSite: false })
    expect((await get(`/${token}/site/css/site.css`)).status).toBe(404)
  })

  test('sends its own page on to what a post calls /images/…, in styles too', async () => {
    const { get, token, host } = await startServer()
    for (const referer of [
      `http://${host}/${token}/quiet/preview.html`,
      `http://${host}/${token}/site/css/site.css`,
    ]) {
      const answer = await get('/images/talk%20one.png', { referer })
      expect([answer.status, answer.headers.location]).toEqual([307, `/${token}/site/images/talk%20one.png`])
    }
  })

  test.for([
    ['no referrer', undefined],
    ['another page', 'http://evil.example/'],
    ['a page that guesses', 'http://preview.localhost/AAAA/quiet/preview.html'],
  ] as const)('sends nobody on who comes from %s', async ([, referer], { expect }) => {
    const { get } = await startServer()
    const answer = await get('/images/talk%20one.png', referer === undefined ? {} : { referer })
    expect([answer.status, answer.headers.location]).toEqual([404, undefined])
  })

  test('does nothing without the token', async () => {
    const { get } = await startServer()
    for (const path of ['/', '/quiet/preview.html', '/AAAA/quiet/preview.html', '/AAAA/site/css/site.css'])
      expect((await get(path)).status).toBe(404)
  })

  test('answers 421 when the request was meant for another host', async () => {
    const { get, token } = await startServer()
    expect((await get(`/${token}/quiet/preview.html`, { host: 'evil.example' })).status).toBe(421)
  })

  test.for([
    ['bytes=0-3', 206, 'not ', 'bytes 0-3/20'],
    ['bytes=15-', 206, 'cture', 'bytes 15-19/20'],
    ['bytes=-4', 206, 'ture', 'bytes 16-19/20'],
    ['bytes=0-999', 206, 'not really a picture', 'bytes 0-19/20'],
    ['bytes=99-', 200, 'not really a picture', undefined],
    ['bytes=3-1', 200, 'not really a picture', undefined],
    ['bytes=-', 200, 'not really a picture', undefined],
    ['lines=1-2', 200, 'not really a picture', undefined],
  ] as const)('answers the range %s with %i', async ([range, status, body, part], { expect }) => {
    const { get, token } = await startServer()
    const answer = await get(`/${token}/site/images/talk%20one.png`, { range })
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([status, body, part])
  })

  test('is only read', async () => {
    const { server, token } = await startServer()
    const { port, host } = new URL(server.previewUrl)
    const path = `/${token}/site/css/site.css`
    const answer = await rawRequest({
      port: Number(port),
      path,
      method: 'POST',
      headers: { host },
      body: 'x',
    })
    expect(answer.status).toBe(405)
  })
})
