import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { LecternError } from '../../../core/errors.ts'
import { findChromium, systemOpener } from '../../../electron/hosts/browser.ts'
import { openPage } from '../../../electron/hosts/web/open-page.ts'
import { externalUrl } from '../../../electron/shell.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function program(folder: string, name: string, script: string): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

const url = 'http://127.0.0.1:1/#token=abc'
const isShown = () => false

// The stand-ins for browsers are shell scripts.
describe.skipIf(process.platform === 'win32')('Showing the page', () => {
  test('finds Chrome, Chromium or Edge on the path, in that order', () => {
    const folder = temporaryFolder()
    const bin = join(folder, 'bin')
    const env = { PATH: `${join(folder, 'nothing')}:${bin}` }
    expect(findChromium(env, 'linux')).toBeUndefined()
    const edge = program(bin, 'microsoft-edge', '')
    expect(findChromium(env, 'linux')).toBe(edge)
    const chromium = program(bin, 'chromium', '')
    expect(findChromium(env, 'linux')).toBe(chromium)
    const given = program(folder, 'mine', '')
    expect(findChromium({ ...env, LECTERN_CHROMIUM: given }, 'linux')).toBe(given)
    expect(findChromium({ ...env, LECTERN_CHROMIUM: join(folder, 'missing') }, 'linux')).toBe(chromium)
  })

  test('opens an app window with a profile of its own, and hears when it is closed', async () => {
    const folder = temporaryFolder()
    const chromium = program(folder, 'chromium', `echo "$@" > ${folder}/args; sleep 0.6`)
    const shown = await openPage({
      url,
      isShown,
      profileFolder: join(folder, 'profile'),
      env: { LECTERN_CHROMIUM: chromium },
      settleMs: 300,
    })
    if (shown.way !== 'window') throw new Error(`shown in ${shown.way}`)
    const args = readFileSync(join(folder, 'args'), 'utf8')
    expect(args).toContain(`--app=${url}`)
    expect(args).toContain(`--user-data-dir=${join(folder, 'profile')}`)
    expect(args).not.toContain('sandbox')
    await shown.closed
  })

  test('a browser that hands the page to its running self is not waited for', async () => {
    const chromium = program(temporaryFolder(), 'chromium', 'exit 0')
    let looks = 0
    const shown = await openPage({
      url,
      isShown: () => ++looks > 2,
      profileFolder: '/nowhere',
      env: { LECTERN_CHROMIUM: chromium },
    })
    expect(shown.way).toBe('browser')
  })

  test('a window closed as soon as it was open is a closed window', async () => {
    const chromium = program(temporaryFolder(), 'chromium', 'exit 0')
    const shown = await openPage({
      url,
      isShown,
      profileFolder: '/nowhere',
      env: { LECTERN_CHROMIUM: chromium },
      handOverMs: 300,
    })
    if (shown.way !== 'window') throw new Error(`shown in ${shown.way}`)
    await shown.closed
  })

  test('the default browser takes over from a Chromium that fails', async () => {
    const folder = temporaryFolder()
    const chromium = program(folder, 'chromium', 'exit 1')
    const bin = join(folder, 'bin')
    program(bin, 'xdg-open', `echo "$@" > ${folder}/opened`)
    const env = { LECTERN_CHROMIUM: chromium, PATH: bin, DISPLAY: ':1' }
    expect(systemOpener('linux', env)).toBeDefined()
    if (process.platform !== 'linux') return
    expect((await openPage({ url, isShown, profileFolder: '/nowhere', env })).way).toBe('browser')
    await expect.poll(() => existsSync(join(folder, 'opened'))).toBe(true)
    expect(readFileSync(join(folder, 'opened'), 'utf8').trim()).toBe(url)
  })

  // Other systems always have a window to show it in.
  test.skipIf(process.platform !== 'linux')(
    'with no browser and no display it is shown nowhere',
    async () => {
      const bin = temporaryFolder()
      program(bin, 'xdg-open', 'exit 0')
      expect(await openPage({ url, isShown, profileFolder: '/nowhere', env: { PATH: bin } })).toEqual({
        way: 'nowhere',
      })
      expect(await openPage({ url, isShown, profileFolder: '/nowhere', env: { DISPLAY: ':1' } })).toEqual({
        way: 'nowhere',
      })
    },
  )
})

describe('An address for the system’s browser', () => {
  test.for(['https://example.org/a?b#c', 'http://127.0.0.1:4000/', 'mailto:me@example.org'])(
    '%s may leave',
    (address, { expect }) => {
      expect(externalUrl(address)).toBe(address)
    },
  )

  test.for([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'smb://host/share',
    'ms-settings:',
    'vscode://file/x',
    '/usr/bin/true',
    '--help',
    '',
    'C:\\Windows\\System32\\calc.exe',
    ' javascript:alert(1)',
  ])('“%s” may not', (address, { expect }) => {
    expect(() => externalUrl(address)).toThrow(LecternError)
  })
})
