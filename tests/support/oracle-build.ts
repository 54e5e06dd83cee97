import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface BuildRequest {
  readonly source: string
  readonly destination: string
  /** When it is built, such as `2015-07-04 11:14:00 +0000`. */
  readonly time?: string
  /** TZ of the machine that builds; UTC when left out. */
  readonly timezone?: string
  /** Over the site's own configuration, as flags on the command line. */
  readonly config?: Readonly<Record<string, unknown>>
}

export interface BuiltDocument {
  readonly path: string
  readonly url: string
  /** ISO 8601 with offset. */
  readonly date: string
  /** The file it was written to, relative to the destination. */
  readonly output: string
}

export interface BuildResult {
  readonly ok: boolean
  readonly error?: string
  readonly log: string
  readonly documents: readonly BuiltDocument[]
  readonly written: readonly string[]
}

/** The real Jekyll as a library in one long-lived Ruby, so that a build costs what Jekyll does and no more. */
export interface BuildOracle {
  readonly build: (request: BuildRequest) => Promise<BuildResult>
  /** The Ruby that runs; undefined before the first build, and when it has left. */
  readonly pid: () => number | undefined
  readonly close: () => void
}

/** A Ruby that has left between two builds, whoever ended it, is started anew. */
export function startBuildOracle(): BuildOracle {
  let current: BuildOracle | undefined
  return {
    build: request => {
      if (current?.pid() === undefined) current = startRuby()
      return current.build(request)
    },
    pid: () => current?.pid(),
    close: () => current?.close(),
  }
}

interface Waiting {
  readonly resolve: (result: BuildResult) => void
  readonly reject: (error: Error) => void
}

function startRuby(): BuildOracle {
  const ruby: ChildProcess = spawn('ruby', [join(import.meta.dirname, 'oracle-build.rb')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting: Waiting[] = []
  let left: Error | undefined
  const leave = (error: Error): void => {
    left ??= error
    for (const { reject } of waiting.splice(0)) reject(left)
  }
  const lines = createInterface({ input: ruby.stdout! })
  lines.on('line', line => waiting.shift()?.resolve(JSON.parse(line) as BuildResult))
  ruby.on('error', leave)
  ruby.on('exit', (code, signal) => leave(new Error(`ruby left with ${signal ?? code}`)))
  ruby.stdin!.on('error', leave)
  return {
    build: request =>
      new Promise((resolve, reject) => {
        if (left) return reject(left)
        waiting.push({ resolve, reject })
        ruby.stdin!.write(`${JSON.stringify(request)}\n`)
      }),
    pid: () => (left ? undefined : ruby.pid),
    close: () => void ruby.stdin!.end(),
  }
}
