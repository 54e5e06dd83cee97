import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { startLectern } from '../../../electron/hosts/start/start-lectern.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** An npm package like Electron's: an installer and, when it was run, a program. Both are scripts of ours. */
function electronPackage({ installer, program }: { readonly installer?: string; readonly program?: string }) {
  const folder = temporaryFolder('electron')
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(join(folder, 'install.js'), installer ?? 'process.exit(1)')
  if (program !== undefined) installProgram(folder, program)
  return folder
}

function installProgram(folder: string, program: string): void {
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'path.txt'), 'electron')
  writeFileSync(join(folder, 'dist', 'electron'), `#!${process.execPath}\n${program}`)
  chmodSync(join(folder, 'dist', 'electron'), 0o755)
}

/** Starts, and ends the loopback host as soon as its address is printed. */
async function start(
  options: Partial<Parameters<typeof startLectern>[0]> & { readonly electronFolder: string },
) {
  const home = temporaryFolder('home')
  let out = ''
  let err = ''
  const began = Date.now()
  let printedAfterMs = 0
  const code = await startLectern({
    args: [],
    cwd: home,
    env: { PATH: process.env['PATH'], LECTERN_HOME: home, LECTERN_NO_BROWSER: '1' },
    stdin: async () => '',
    out: text => {
      out += text
      if (!text.includes('#token=')) return
      printedAfterMs = Date.now() - began
      process.emit('SIGTERM')
    },
    err: text => {
      err += text
    },
    ...options,
  })
  return { code, out, err, home, printedAfterMs }
}

const address = /^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+\n$/

// The stand-ins for programs are shell scripts.
describe.skipIf(process.platform === 'win32')('npm start', () => {
  test('shows the desktop app when Electron is there, and ends with it', async () => {
    const program = `
      require('node:fs').writeFileSync(process.env.LECTERN_HOME + '/args', JSON.stringify(process.argv.slice(2)))
      console.log('lectern: window shown')
      setTimeout(() => process.exit(0), 50)`
    const { code, out, err, home } = await start({
      electronFolder: electronPackage({ program }),
      args: ['talks', '--no-open'],
    })
    expect([code, out, err]).toEqual([0, '', ''])
    const args = JSON.parse(readFileSync(join(home, 'args'), 'utf8')) as string[]
    expect(existsSync(join(args[0]!, 'package.json'))).toBe(true)
    expect(args.slice(1)).toEqual(['talks'])
  })

  test('says so when the desktop app fails later on', async () => {
    const program = `console.log('lectern: window shown'); setTimeout(() => process.exit(3), 50)`
    expect((await start({ electronFolder: electronPackage({ program }) })).code).toBe(1)
  })

  test.for([
    [
      'Running as root without --no-sandbox is not supported.',
      'The desktop app does not run as the user root.',
    ],
    [
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file',
      'The desktop app needs libnss3.so, which is not installed on this system.',
    ],
    ['Missing X server or $DISPLAY', 'There is no display here for the desktop app.'],
    [
      'The SUID sandbox helper binary was found, but is not configured correctly.',
      'This system does not let the desktop app have its sandbox.',
    ],
    ['Something else.', 'The desktop app ended before it showed a window (code 7).'],
  ] as const)('opens the loopback host when Electron says “%s”', async ([words, sentence], { expect }) => {
    const program = `console.error(${JSON.stringify(words)}); process.exitCode = 7`
    const { out, err } = await start({ electronFolder: electronPackage({ program }) })
    expect(err).toBe(`${sentence} Lectern opens in a browser instead.\n`)
    expect(out).toMatch(address)
  })

  test('never lets Electron do without its sandbox', async () => {
    const program = `
      require('node:fs').writeFileSync(process.env.LECTERN_HOME + '/args', process.argv.join(' '))
      console.error('Running as root without --no-sandbox is not supported.')
      process.exitCode = 1`
    const { home } = await start({ electronFolder: electronPackage({ program }) })
    expect(readFileSync(join(home, 'args'), 'utf8')).not.toContain('sandbox')
  })

  test('does not wait for a window without end, and leaves nothing running', async () => {
    const program = `
      require('node:fs').writeFileSync(process.env.LECTERN_HOME + '/pid', String(process.pid))
      process.on('SIGTERM', () => {})
      setInterval(() => {}, 1000)`
    const { out, err, home } = await start({ electronFolder: electronPackage({ program }), patienceMs: 700 })
    expect(err).toContain('showed no window within 0.7 seconds')
    expect(out).toMatch(address)
    const pid = Number(readFileSync(join(home, 'pid'), 'utf8'))
    await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false)
  })

  test('a program that cannot be run is a reason, too', async () => {
    const electronFolder = electronPackage({ program: '' })
    writeFileSync(join(electronFolder, 'dist', 'electron'), 'not a program')
    const { err, out } = await start({ electronFolder })
    expect(err).toBe('The desktop app cannot be run on this system. Lectern opens in a browser instead.\n')
    expect(out).toMatch(address)
  })

  test('downloads Electron once, with progress, and then shows it', async () => {
    const program = `console.log('lectern: window shown')`
    const electronFolder = electronPackage({
      installer: `
        const fs = require('node:fs')
        const file = require('node:os').tmpdir() + '/electron.zip'
        fs.writeFileSync(file, Buffer.alloc(3_000_000))
        setTimeout(() => fs.appendFileSync(file, Buffer.alloc(4_000_000)), 500)
        setTimeout(() => {
          fs.mkdirSync(__dirname + '/dist')
          fs.writeFileSync(__dirname + '/path.txt', 'electron')
          fs.writeFileSync(__dirname + '/dist/electron', ${JSON.stringify(`#!${process.execPath}\n${program}`)}, { mode: 0o755 })
        }, 1200)`,
    })
    const { code, out, err } = await start({ electronFolder })
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('downloaded once')
    expect(err).toContain('\r3 MB ')
    expect(err).toContain('\r7 MB ')
  })

  test('gives up within three seconds when nothing arrives', async () => {
    const { err, out, printedAfterMs } = await start({
      electronFolder: electronPackage({ installer: 'setInterval(() => {}, 1000)' }),
    })
    expect(err).toContain(
      'Electron cannot be downloaded, as its server does not answer. Lectern opens in a browser',
    )
    expect(out).toMatch(address)
    expect(printedAfterMs).toBeLessThan(4_000)
  })

  test('gives up at once when the installer does', async () => {
    const { err, printedAfterMs } = await start({ electronFolder: electronPackage({}) })
    expect(err).toContain('Electron could not be downloaded. Lectern opens in a browser instead.')
    expect(printedAfterMs).toBeLessThan(1_500)
  })

  test('Enter skips the download', async () => {
    const { err, out, printedAfterMs } = await start({
      electronFolder: electronPackage({ installer: 'setInterval(() => {}, 1000)' }),
      enter: () => new Promise(resolve => setTimeout(resolve, 300)),
    })
    expect(err).toContain('Press Enter to go on without it')
    expect(err).toContain('The download of Electron was skipped. Lectern opens in a browser instead.')
    expect(out).toMatch(address)
    expect(printedAfterMs).toBeLessThan(2_000)
  })

  test('does not try to download where that was ruled out', async () => {
    const { err } = await start({
      electronFolder: electronPackage({}),
      env: { LECTERN_HOME: temporaryFolder(), LECTERN_NO_BROWSER: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    })
    expect(err).toBe(
      'The desktop app’s Electron is not on this machine. Lectern opens in a browser instead.\n',
    )
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
