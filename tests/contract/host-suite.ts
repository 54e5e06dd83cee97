import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { type HostEvent, hostMethods } from '../../core/contract/index.ts'
import { fingerprintOf } from '../../core/text/index.ts'
import { temporaryFolder } from '../support/temporary.ts'
import type { StartHost } from './host.ts'

function blog(name = 'blog', title = 'Hello'): string {
  const folder = temporaryFolder(name)
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_config.yml'), 'title: A blog\n')
  writeFileSync(join(folder, '_posts', '2025-01-02-hello.md'), `---\ntitle: ${title}\n---\nHello.\n`)
  return folder
}

const hello = '_posts/2025-01-02-hello.md'

/** What every host must do for its page. The same tests for each, so that the UI never asks which one it has. */
export function hostSuite(name: string, start: StartHost): void {
  async function open() {
    const [folder, home] = [blog(), temporaryFolder('home')]
    const running = await start(folder, home)
    const heard: HostEvent[] = []
    running.events(event => heard.push(event))
    return { ...running, folder, home, heard }
  }

  describe(name, () => {
    test('says what it can do and where the preview is', async () => {
      const info = await (await open()).host.hostInfo()
      expect(info.version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(Object.keys(info.capabilities).toSorted()).toEqual([
        'applicationMenu',
        'nativeFolderPicker',
        'reservedKeys',
        'revealFile',
      ])
      for (const url of [info.previewUrl, info.remotePreviewUrl]) {
        const page = await fetch(url.replace('preview.localhost', '127.0.0.1'))
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      }
    })

    test('opens the folder it was started with', async () => {
      const { host, folder } = await open()
      expect(await host.currentWorkspace()).toMatchObject({ folder, site: folder, starter: false })
      expect((await host.listPosts()).map(({ path, title }) => [path, title])).toEqual([[hello, 'Hello']])
    })

    test('reads and saves, and refuses to save over what it has not shown', async () => {
      const { host, folder } = await open()
      const post = await host.readPost(hello)
      const saved = await host.savePost(hello, `${post.source}More – größer 🎤\n`, post.version)
      expect(readFileSync(join(folder, hello), 'utf8')).toBe(`${post.source}More – größer 🎤\n`)
      await expect(host.savePost(hello, 'mine', post.version)).rejects.toMatchObject({
        code: 'post.changed-on-disk',
        message: expect.stringContaining('Nothing was overwritten') as unknown,
      })
      expect(await host.savePost(hello, 'mine', saved.version)).toEqual({
        version: expect.any(String) as unknown,
      })
    })

    test('gives undefined, not null, where there is nothing', async () => {
      const { host } = await open()
      expect(await host.recallView(hello)).toBeUndefined()
      expect(await host.dropDraft(hello)).toBeUndefined()
    })

    test('reads the site as plain values', async () => {
      const { host, folder } = await open()
      const site = await host.readSite()
      expect(site.source).toBe(folder)
      expect(site.configFiles.map(({ path, text }) => [path, text])).toEqual([
        ['_config.yml', 'title: A blog\n'],
      ])
    })

    test('keeps unsaved text and settings over a start', async () => {
      const { host, home, folder } = await open()
      await host.keepDraft({ path: hello, source: 'unsaved' })
      const change = { edit: { from: 2, to: 7, insert: 'kept' }, result: fingerprintOf('unkept') }
      expect(await host.keepChange({ path: hello, change })).toBe(true)
      expect(await host.keepChange({ path: hello, change })).toBe(false)
      await host.writeSetting('user', 'theme', 'dark')
      const { host: later } = await start(folder, home)
      expect(await later.recoverDrafts()).toMatchObject([{ path: hello, source: 'unkept' }])
      expect(await later.readSettings()).toEqual({ theme: 'dark' })
    })

    test('opens another folder, and stays where it is when that cannot be opened', async () => {
      const { host, folder } = await open()
      await expect(host.openWorkspace(join(folder, 'missing'))).rejects.toMatchObject({
        code: 'folder.not-found',
      })
      expect((await host.currentWorkspace()).folder).toBe(folder)
      const other = blog('other', 'Other')
      expect((await host.openWorkspace(other)).folder).toBe(other)
      expect((await host.listPosts()).map(({ title }) => title)).toEqual(['Other'])
      expect((await host.recentWorkspaces()).map(each => each.folder)).toEqual([other, folder])
    })

    test('completes paths', async () => {
      const { host, folder } = await open()
      expect((await host.completePath(`${folder}/_po`)).map(({ name }) => name)).toEqual(['_posts'])
      expect((await host.completePath(folder)).map(({ path, isSite }) => [path, isSite])).toEqual([
        [folder, true],
      ])
    })

    test('announces what other programs do', async () => {
      const { host, folder, heard } = await open()
      await host.readPost(hello)
      writeFileSync(join(folder, hello), 'by another program')
      await expect
        .poll(() => heard, { timeout: 5_000 })
        .toContainEqual({
          type: 'post-changed',
          path: hello,
          version: expect.any(String) as unknown,
        })
    })

    test('refuses links that could start programs', async () => {
      const { host } = await open()
      for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:'])
        await expect(host.openExternal(url)).rejects.toMatchObject({ code: 'host.link-refused' })
    })

    test('refuses paths out of the folder, and does nothing', async () => {
      const { send, folder } = await open()
      for (const path of [
        '../outside.md',
        '/etc/passwd',
        'a/../../b.md',
        '',
        'C:\\a.md',
        'a\0.md',
        './a.md',
        null,
        5,
      ])
        expect(await send('createPost', [path, 'text'])).toMatchObject({
          ok: false,
          error: { code: 'contract.bad-argument' },
        })
      expect(existsSync(join(folder, '..', 'outside.md'))).toBe(false)
    })

    test.for(['', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'SavePost', 'dispatch'])(
      'knows no operation called “%s”',
      async (method, { expect }) => {
        const { send } = await open()
        expect(await send(method, [])).toMatchObject({
          ok: false,
          error: { code: 'contract.unknown-method' },
        })
      },
    )

    test('survives arguments of any shape', async () => {
      const { send } = await open()
      const odd: unknown[] = [null, 0, '', [], { path: {} }, 'x'.repeat(200)]
      // What would leave the machine or open a dialog is left out.
      const left = new Set(['openExternal', 'revealFile', 'pickFolder', 'openWorkspace', 'setIdentity'])
      for (const method of Object.keys(hostMethods).filter(each => !left.has(each)))
        for (const value of odd) {
          const reply = await send(method, [value, value, value])
          expect(reply, method).toHaveProperty('ok')
          expect(reply, `${method}: ${JSON.stringify(value)}`).not.toMatchObject({
            error: { code: 'internal.unexpected' },
          })
        }
    })

    test('answers many questions at once', async () => {
      const { host } = await open()
      const answers = await Promise.all(Array.from({ length: 40 }, () => host.readPost(hello)))
      expect(new Set(answers.map(answer => answer.version)).size).toBe(1)
    })
  })
}
