import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeEach, describe, expect, test, vi } from 'vitest'

import { builtPreload, runMain, startDesktop } from '../../support/desktop-app.ts'
import { createFakeElectron, preventable } from '../../support/fake-electron.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function blog(): string {
  const folder = temporaryFolder('blog')
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_config.yml'), 'title: A blog\n')
  writeFileSync(join(folder, '_posts', '2025-01-02-hello.md'), '---\ntitle: Hello\n---\nHello.\n')
  return folder
}

async function start(words?: readonly string[]) {
  const home = temporaryFolder('home')
  const folder = blog()
  return { ...(await startDesktop(home, words ?? [folder])), home, folder }
}

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

describe('The desktop app', () => {
  test('opens one window without any right of its own, and says when it is shown', async () => {
    const { window, windows } = await start()
    expect(windows).toHaveLength(1)
    expect(window.options).toMatchObject({ show: false, width: 1440, height: 900 })
    expect(window.options.webPreferences).toEqual({
      preload: builtPreload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(window.webContents.url).toBe('lectern://app/index.html')
    expect(console.log).toHaveBeenCalledWith('lectern: window shown')
  })

  test('keeps Chromium’s files apart from the writer’s settings, and all pages in the sandbox', async () => {
    const { app, home, window } = await start()
    expect([...app.paths]).toEqual([['userData', join(home, 'data', 'electron')]])
    expect(app.sandboxed).toBe(true)
    expect(existsSync(window.options.icon)).toBe(true)
  })

  test('announces its scheme before the app is ready, as a page with an origin', async () => {
    const { privileged } = await start()
    expect(privileged).toEqual([
      {
        scheme: 'lectern',
        privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
      },
    ])
  })

  test('serves the page of the app, with its policy, and nothing else', async () => {
    const { protocols } = await start()
    const get = (url: string, method = 'GET') => protocols.get('lectern')!(new Request(url, { method }))
    const page = await get('lectern://app/index.html')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toMatch(/frame-src http:\/\/preview\.localhost:\d+;/)
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect((await get('lectern://app/missing.html')).status).toBe(404)
    expect((await get('lectern://elsewhere/index.html')).status).toBe(404)
    expect((await get('lectern://app/%2e%2e%2fmain.mjs')).status).toBe(403)
    expect((await get('lectern://app/..%2f..%2fpackage.json')).status).toBe(403)
    expect((await get('lectern://app/index.html', 'POST')).status).toBe(405)
  })

  test('serves the preview over http, framed by the app alone', async () => {
    const { call } = await start()
    const info = await call('hostInfo')
    if (!info.ok) throw new Error(info.error.message)
    const { previewUrl } = info.value as { readonly previewUrl: string }
    expect(previewUrl).toMatch(/^http:\/\/preview\.localhost:\d+\//)
    const page = await fetch(previewUrl.replace('preview.localhost', '127.0.0.1'))
    expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors lectern:$/)
  })

  test('answers the page of the app', async () => {
    const { call, folder } = await start()
    expect(await call('currentWorkspace')).toMatchObject({ ok: true, value: { folder } })
    expect(await call('listPosts')).toMatchObject({ ok: true, value: [{ title: 'Hello' }] })
    const info = await call('hostInfo')
    expect(info).toMatchObject({
      value: { capabilities: { nativeFolderPicker: true, applicationMenu: true, reservedKeys: [] } },
    })
  })

  test('checks arguments before anything is done with them', async () => {
    const { call } = await start()
    for (const args of [['../secret.md'], [7], [], [{ path: 'a.md' }]])
      expect(await call('readPost', ...args)).toMatchObject({
        ok: false,
        error: { code: 'contract.bad-argument' },
      })
    expect(await call('constructor')).toMatchObject({ ok: false, error: { code: 'contract.unknown-method' } })
  })

  test('answers no other frame, and no other page in its own', async () => {
    const { handlers, window } = await start()
    const answer = handlers.get('lectern:call')!
    const sender = window.webContents
    const asked = (event: object) => answer(event, 'listPosts', [])
    const player = { url: 'https://player.example/', parent: sender.mainFrame }
    const lookalike = { url: 'lectern://app/index.html', parent: sender.mainFrame }
    await expect(asked({ sender, senderFrame: player })).rejects.toThrow('page of the app only')
    await expect(asked({ sender, senderFrame: lookalike })).rejects.toThrow('page of the app only')
    await expect(asked({ sender, senderFrame: null })).rejects.toThrow('page of the app only')
    for (const url of [
      'https://evil.example/',
      'lectern://elsewhere/',
      'lectern://app.evil.example/',
      'about:blank',
    ]) {
      window.webContents.url = url
      await expect(asked({ sender, senderFrame: sender.mainFrame })).rejects.toThrow('page of the app only')
    }
  })

  test.for([
    ['listPosts', 'no list'],
    [7, []],
    [{}, []],
  ] as const)('refuses a call of the wrong shape: %j', async ([method, args], { expect }) => {
    const { handlers, window } = await start()
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
    await expect(handlers.get('lectern:call')!(event, method, args)).rejects.toThrow('a name and a list')
  })

  test('listens on no other channel', async () => {
    expect([...(await start()).handlers.keys()]).toEqual(['lectern:call'])
  })

  test('announces what happens to the page', async () => {
    const { call, window } = await start()
    await call('createPost', '_posts/2025-02-03-new.md', 'New.')
    expect(window.webContents.sent).toContainEqual(['lectern:event', { type: 'posts-changed' }])
  })

  test.for([
    'https://evil.example/',
    'file:///etc/passwd',
    'lectern://app/other.html',
    'javascript:alert(1)',
  ])('cannot be led to %s', async (url, { expect }) => {
    const { window } = await start()
    const event = preventable({ url })
    window.webContents.emit('will-navigate', event)
    expect(event.prevented).toBe(true)
  })

  test('can be reloaded', async () => {
    const { window } = await start()
    const event = preventable({ url: 'lectern://app/index.html' })
    window.webContents.emit('will-navigate', event)
    expect(event.prevented).toBe(false)
  })

  test('keeps the preview frame on the preview, and lets players move within themselves', async () => {
    const { window, call } = await start()
    const info = (await call('hostInfo')) as { readonly value: { readonly previewUrl: string } }
    const { mainFrame } = window.webContents
    const preview = { parent: mainFrame }
    const led = (url: string, frame: object) => {
      const event = preventable({ url, frame, isMainFrame: false })
      window.webContents.emit('will-frame-navigate', event)
      return event.prevented
    }
    expect(led(info.value.previewUrl, preview)).toBe(false)
    expect(led('https://evil.example/', preview)).toBe(true)
    expect(led(`${new URL(info.value.previewUrl).origin}.evil.example/`, preview)).toBe(true)
    expect(led('https://player.example/next', { parent: preview })).toBe(false)
  })

  test('opens no other windows, views or redirects', async () => {
    const { window } = await start()
    expect(window.webContents.openHandler!({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
    const view = preventable()
    window.webContents.emit('will-attach-webview', view)
    const redirect = preventable({ url: 'https://evil.example/', isMainFrame: true })
    window.webContents.emit('will-redirect', redirect)
    expect([view.prevented, redirect.prevented]).toEqual([true, true])
  })

  test.for(['media', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'openExternal', 'hid', 'usb'])(
    'gives nobody the permission for %s',
    async (permission, { expect }) => {
      const { session } = await start()
      const answers: boolean[] = []
      const details = { requestingUrl: 'lectern://app/index.html', isMainFrame: true }
      session.request!({}, permission, allowed => answers.push(allowed), details)
      expect(answers).toEqual([false])
      expect(session.check!({}, permission, 'lectern://app/', details)).toBe(false)
      expect(session.device!()).toBe(false)
    },
  )

  test('lets its own page copy, and a player fill the screen', async () => {
    const { session } = await start()
    const answer = (permission: string, requestingUrl: string, isMainFrame: boolean) => {
      const answers: boolean[] = []
      session.request!({}, permission, allowed => answers.push(allowed), { requestingUrl, isMainFrame })
      return answers[0]
    }
    expect(answer('clipboard-sanitized-write', 'lectern://app/index.html', true)).toBe(true)
    expect(answer('clipboard-sanitized-write', 'http://preview.localhost:1/', false)).toBe(false)
    expect(answer('clipboard-sanitized-write', 'https://evil.example/', true)).toBe(false)
    expect(answer('fullscreen', 'https://player.example/', false)).toBe(true)
  })

  test('downloads no dictionaries and no files, but saves what the page made', async () => {
    const { session } = await start()
    expect([session.spellCheckerEnabled, session.spellCheckerLanguages]).toEqual([false, []])
    const download = (url: string) => {
      const event = preventable()
      session.emit('will-download', event, { getURL: () => url })
      return event.prevented
    }
    expect(download('https://evil.example/malware.exe')).toBe(true)
    expect(download('blob:lectern://app/1234')).toBe(false)
  })

  test('asks the system for folders, its browser and its file manager', async () => {
    const { call, state, opened } = await start()
    expect(await call('pickFolder')).toEqual({ ok: true, value: null })
    state.picked = ['/home/me/blog']
    expect(await call('pickFolder')).toEqual({ ok: true, value: '/home/me/blog' })
    await call('openExternal', 'https://example.org/')
    await call('revealFile', '/home/me/blog/a.md')
    expect(await call('openExternal', 'file:///etc/passwd')).toMatchObject({
      error: { code: 'host.link-refused' },
    })
    expect(opened).toEqual(['https://example.org/', '/home/me/blog/a.md'])
  })

  test('gives PDFs of the site, and no other file, to the program the system has for them', async () => {
    const { call, opened, state, folder } = await start()
    mkdirSync(join(folder, 'slides'))
    for (const name of ['talk.pdf', 'talk.sh']) writeFileSync(join(folder, 'slides', name), '%PDF-1.4')
    expect(await call('openSitePdf', '/slides/talk.pdf')).toMatchObject({ ok: true })
    for (const path of ['/slides/talk.sh', '/../talk.pdf', '/etc/passwd'])
      expect(await call('openSitePdf', path)).toMatchObject({ error: { code: 'pdf.missing' } })
    expect(opened).toEqual([join(folder, 'slides/talk.pdf')])
    state.openTrouble = 'No application is set for PDFs.'
    expect(await call('openSitePdf', '/slides/talk.pdf')).toMatchObject({
      error: { code: 'host.no-pdf-program' },
    })
  })

  test('shows the menus the page sends, and says which row was chosen', async () => {
    const { call, menus, window } = await start()
    const items = [
      { id: 'post.new', label: 'New talk post…', keys: 'Mod+N' },
      { id: 'post.save', label: 'Save', keys: 'Mod+S', enabled: false, separated: true },
      { id: 'view.bigger', label: 'Bigger', keys: 'Mod++' },
    ]
    expect(
      await call('showMenus', [
        { label: 'File', items },
        { label: 'Edit', items: [{ id: 'edit.find', label: 'Find' }] },
        { label: 'View', items: [] },
      ]),
    ).toMatchObject({ ok: true })
    const bar = menus.at(-1)!
    const withoutSystem = bar.filter(menu => menu.role !== 'appMenu')
    expect(withoutSystem.map(menu => menu.label ?? menu.role)).toEqual(['File', 'Edit', 'View', 'windowMenu'])
    const rowsOf = (index: number) => withoutSystem[index]!.submenu!.map(row => row.label ?? row.role)
    expect(rowsOf(1)).toEqual(expect.arrayContaining(['undo', 'paste', 'Find']))
    expect(rowsOf(2)).toContain('togglefullscreen')
    const file = withoutSystem[0]!.submenu!
    expect(file.map(row => row.label ?? row.role ?? row.type)).toEqual([
      'New talk post…',
      'separator',
      'Save',
      'Bigger',
      'separator',
      process.platform === 'darwin' ? 'close' : 'quit',
    ])
    expect(file[0]).toMatchObject({
      accelerator: 'CommandOrControl+N',
      registerAccelerator: false,
      enabled: true,
    })
    expect(file[3]).toMatchObject({ accelerator: 'CommandOrControl+Plus' })
    file[0]!.click!()
    expect(window.webContents.sent).toContainEqual(['lectern:event', { type: 'menu-chosen', id: 'post.new' }])
  })

  test('comes to the front when it is started again', async () => {
    const { app, window, windows } = await start()
    app.emit('second-instance')
    expect([window.focused, windows.length]).toEqual([1, 1])
  })

  test('shows no menu but ours, from the beginning', async () => {
    const { menus } = await start()
    expect(menus[0]!.filter(menu => menu.role !== 'appMenu').map(menu => menu.label ?? menu.role)).toEqual([
      'File',
      'editMenu',
      'windowMenu',
    ])
  })

  test('brings a page that crashed back', async () => {
    const { window } = await start()
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window.reloaded).toBe(0)
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    expect(window.reloaded).toBe(1)
  })

  test('opens its window where it was', async () => {
    const { window, home } = await start()
    window.emit('close')
    expect(JSON.parse(readFileSync(join(home, 'data', 'window.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1440,
      height: 900,
    })
  })

  test('ends when its window is closed, after what was asked is done', async () => {
    const { app, call, window, folder, state } = await start()
    const created = call('createPost', '_posts/2025-02-03-last.md', 'The last words.')
    const exited = new Promise(resolve => app.once('exited', resolve))
    window.emit('closed')
    app.emit('window-all-closed')
    if (process.platform === 'darwin') app.quit()
    await exited
    expect(state.exitCode).toBe(0)
    expect(await created).toMatchObject({ ok: true })
    expect(existsSync(join(folder, '_posts', '2025-02-03-last.md'))).toBe(true)
  })

  test('a second start hands over to the first', async () => {
    const fake = createFakeElectron()
    fake.state.singleInstance = false
    const quit = vi.spyOn(fake.app, 'quit').mockImplementation(() => undefined)
    await runMain(fake)
    expect(quit).toHaveBeenCalled()
    expect(fake.windows).toEqual([])
    // `npm start` then knows that there is a window.
    expect(console.log).toHaveBeenCalledWith('lectern: window shown')
  })
})

describe('The preload', () => {
  const source = readFileSync(builtPreload, 'utf8')

  function load() {
    const exposed: Record<string, unknown> = {}
    const listeners = new Map<string, Set<(event: unknown, value: unknown) => void>>()
    const invoked: unknown[][] = []
    const ipcRenderer = {
      invoke: async (...args: unknown[]) => {
        invoked.push(args)
        return { ok: true, value: 1 }
      },
      on: (channel: string, listen: (event: unknown, value: unknown) => void) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listen))
      },
      removeListener: (channel: string, listen: (event: unknown, value: unknown) => void) =>
        listeners.get(channel)?.delete(listen),
    }
    const required: string[] = []
    const require = (name: string) => {
      required.push(name)
      return {
        ipcRenderer,
        contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
      }
    }
    // As in a sandboxed preload: no process, no Buffer, no modules.
    runInContext(source, createContext({ require, exports: {}, module: { exports: {} } }))
    return { exposed, listeners, invoked, required, ipcRenderer }
  }

  test('is one script that needs Electron and nothing else', () => {
    expect(load().required).toEqual(['electron'])
    expect(source.length).toBeLessThan(2_000)
  })

  test('gives the page two functions', async () => {
    const { exposed, invoked } = load()
    expect(Object.keys(exposed)).toEqual(['lecternWire'])
    const wire = exposed['lecternWire'] as {
      call: (method: string, args: readonly unknown[]) => Promise<unknown>
    }
    expect(Object.keys(wire).toSorted()).toEqual(['call', 'on'])
    expect(await wire.call('listPosts', [1])).toEqual({ ok: true, value: 1 })
    expect(invoked).toEqual([['lectern:call', 'listPosts', [1]]])
  })

  test('passes announcements on without Electron’s event, until the page has heard enough', () => {
    const { exposed, listeners } = load()
    const wire = exposed['lecternWire'] as { on: (listen: (...heard: unknown[]) => void) => () => void }
    const heard: unknown[][] = []
    const end = wire.on((...values) => heard.push(values))
    const send = (value: unknown) => {
      for (const listen of listeners.get('lectern:event') ?? []) listen({ sender: 'ipcRenderer' }, value)
    }
    send({ type: 'posts-changed' })
    end()
    send({ type: 'site-changed' })
    expect(heard).toEqual([[{ type: 'posts-changed' }]])
  })
})
