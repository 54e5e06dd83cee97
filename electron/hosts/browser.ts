import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** An installed Chrome, Chromium or Edge, or the one `LECTERN_CHROMIUM` names. */
export function findChromium(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const given = env['LECTERN_CHROMIUM']
  return [...(given ? [given] : []), ...candidates(env, platform)].find(isExecutable)
}

function candidates(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])]
    return folders.flatMap(folder =>
      macApplications.map(name => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return folders
      .filter(folder => folder !== undefined)
      .flatMap(folder => windowsPrograms.map(parts => join(folder, ...parts)))
  }
  return linuxNames.flatMap(name => onPath(name, env))
}

/** Where a program may lie, in the order of PATH. */
function onPath(name: string, env: Environment): string[] {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, name))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A window of its own, without tabs and address bar. It has its own profile, so that it ends when it is closed and the
 * writer's extensions do not read along.
 */
export function openAppWindow(program: string, url: string, profileFolder: string): ChildProcess {
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--disable-features=Translate',
    '--window-size=1440,900',
  ]
  return spawn(program, args, { stdio: 'ignore' })
}

/** The command that gives an address or a folder to the program the system has for it. */
export function systemOpener(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): ((target: string) => readonly [program: string, args: readonly string[]]) | undefined {
  if (platform === 'darwin') return target => ['open', [target]]
  // Not `start`, which is a shell's word and would need quoting.
  if (platform === 'win32') return target => ['rundll32', ['url.dll,FileProtocolHandler', target]]
  const hasDisplay = Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
  const program = onPath('xdg-open', env).find(isExecutable)
  return hasDisplay && program !== undefined ? target => [program, [target]] : undefined
}

/** Gives `target` to the system. False when there is nothing to give it to. */
export function openWithSystem(target: string, env: Environment = process.env): boolean {
  const opener = systemOpener(process.platform, env)
  if (!opener) return false
  const [program, args] = opener(target)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  // The opener's absence shows only when it is started; the address was printed, so nothing is lost.
  child.on('error', () => {})
  child.unref()
  return true
}
