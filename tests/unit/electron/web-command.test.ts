import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import type { CommandContext } from '../../../electron/hosts/cli/command.ts'
import { command as starter } from '../../../electron/hosts/cli/commands/starter.ts'
import { command as web } from '../../../electron/hosts/cli/commands/web.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function context(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const home = temporaryFolder('home')
  const said = { out: '', err: '' }
  const given: CommandContext = {
    args,
    cwd: home,
    env: { ...process.env, LECTERN_HOME: home, ...env },
    stdin: async () => '',
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    },
  }
  return { given, said, home }
}

/** Runs until the address is printed, then ends it as Ctrl-C does. */
async function runWeb(args: readonly string[], env?: Readonly<Record<string, string>>) {
  const { given, said, home } = context(args, env)
  let workspace: unknown
  const code = await web.run({
    ...given,
    out: text => {
      given.out(text)
      void ask(text.trim()).then(answer => {
        workspace = answer
        process.emit('SIGINT')
      })
    },
  })
  return { code, ...said, home, workspace }
}

async function ask(address: string): Promise<unknown> {
  const { origin, hash } = new URL(address)
  const response = await fetch(`${origin}/api/currentWorkspace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hash.slice('#token='.length)}`, 'content-type': 'application/json' },
    body: '[]',
  })
  return ((await response.json()) as { readonly value: unknown }).value
}

describe('lectern web', () => {
  test('prints its address on a line of its own, and ends with Ctrl-C', async () => {
    const folder = temporaryFolder('blog')
    mkdirSync(join(folder, '_posts'))
    const { code, out, err, workspace } = await runWeb([folder, '--no-open'])
    expect(code).toBe(0)
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/)
    expect(err).toBe('')
    expect(workspace).toMatchObject({ folder, starter: false })
  })

  test('opens the starter when no folder was ever named', async () => {
    const { workspace, home } = await runWeb(['--no-open'])
    expect(workspace).toMatchObject({ folder: join(home, 'starter'), starter: true })
  })

  test('opens no browser where that is ruled out', async () => {
    const { code, err } = await runWeb([], { LECTERN_NO_BROWSER: '1', LECTERN_CHROMIUM: '/bin/false' })
    expect([code, err]).toEqual([0, ''])
  })

  test('listens where it is told to', async () => {
    const first = await runWeb(['--no-open'])
    const port = new URL(first.out.trim()).port
    const second = await runWeb(['--no-open', '--port', port])
    expect(new URL(second.out.trim()).port).toBe(port)
  })

  test('refuses a folder that cannot be opened', async () => {
    const { given, home } = context(['missing', '--no-open'])
    await expect(web.run(given)).rejects.toMatchObject({ code: 'folder.not-found' })
    writeFileSync(join(home, 'file'), '')
    await expect(web.run({ ...given, args: ['file', '--no-open'] })).rejects.toMatchObject({
      code: 'folder.not-a-folder',
    })
  })

  test.for([
    [['--port', 'http']],
    [['--port', '70000']],
    [['--port', '-1']],
    [['a', 'b']],
    [['--sandbox']],
  ] as const)('knows wrong use: %j', async ([args], { expect }) => {
    const { given } = context(args)
    await expect(web.run(given)).rejects.toThrow(/port|folder|option/)
  })
})

describe('lectern starter', () => {
  test('makes the starter, says where, and takes it away', async () => {
    const { given, said, home } = context([])
    expect(await starter.run(given)).toBe(0)
    const folder = join(home, 'starter')
    expect(said.out).toBe(`${folder}\n`)
    expect(existsSync(join(folder, '_config.yml'))).toBe(true)

    said.out = ''
    expect(await starter.run({ ...given, args: ['--remove'] })).toBe(0)
    expect(said.out).toBe(`Removed ${folder}.\n`)
    expect(existsSync(folder)).toBe(false)

    said.out = ''
    expect(await starter.run({ ...given, args: ['--remove'] })).toBe(0)
    expect(said.out).toBe(`There is no starter in ${folder}.\n`)
  })

  test('says where it keeps what the writer changed', async () => {
    const { given, said, home } = context(['--json'])
    await starter.run(given)
    expect(JSON.parse(said.out)).toEqual({ path: join(home, 'starter') })
    writeFileSync(join(home, 'starter', 'index.md'), 'mine')
    said.out = ''
    await starter.run({ ...given, args: ['--remove', '--json'] })
    const answer = JSON.parse(said.out) as { readonly removed: boolean; readonly keptIn: string }
    expect(answer.removed).toBe(true)
    expect(existsSync(join(answer.keptIn, 'index.md'))).toBe(true)
  })
})
