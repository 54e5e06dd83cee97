import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type InlineConfig, type Plugin, build } from 'vite'

const project = resolve(import.meta.dirname, '../..')

/** A built Lectern to measure. */
export interface Program {
  readonly label: string
  /** Holds `out/cli.mjs`. */
  readonly folder: string
}

/** The program as `npm run build` made it. */
export const ours: Program = { label: 'Lectern', folder: project }

/** The same program with markdown-it in our engine's place, built into a folder of its own. */
export async function withMarkdownIt(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  cpSync(join(project, 'package.json'), join(folder, 'package.json'))
  cpSync(join(project, 'out'), join(folder, 'out'), { recursive: true })
  symlinkSync(join(project, 'assets'), join(folder, 'assets'))
  const config: InlineConfig = {
    configFile: join(project, 'renderer/vite.config.ts'),
    logLevel: 'error',
    plugins: [otherEngine],
    worker: { format: 'es', plugins: () => [otherEngine] },
    build: { outDir: join(folder, 'out/renderer'), emptyOutDir: true, sourcemap: false },
  }
  await build(config)
  return { label: 'markdown-it', folder }
}

const otherEngine: Plugin = {
  name: 'other-engine',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './renderer.ts' && importer?.includes('render.worker')
      ? join(import.meta.dirname, 'markdown-it-renderer.ts')
      : undefined,
}

export interface RunningProgram {
  readonly url: string
  stop(): Promise<void>
}

/** `lectern web FOLDER`, with settings of its own. */
export async function startProgram(program: Program, folder: string): Promise<RunningProgram> {
  const home = mkdtempSync(join(tmpdir(), 'lectern-home-'))
  const child = spawn(process.execPath, [join(program.folder, 'out/cli.mjs'), 'web', folder, '--no-open'], {
    env: { ...process.env, LECTERN_HOME: home, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  return {
    url,
    async stop() {
      child.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let printed = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)
      if (address) found(address[0])
    })
    child.once('exit', code => fail(new Error(`lectern web ended with ${code}`)))
  })
}
