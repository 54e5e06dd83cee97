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
  readonly close: () => void
}

export function startBuildOracle(): BuildOracle {
  const ruby: ChildProcess = spawn('ruby', [join(import.meta.dirname, 'oracle-build.rb')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting: ((result: BuildResult) => void)[] = []
  const failures: ((error: Error) => void)[] = []
  const lines = createInterface({ input: ruby.stdout! })
  lines.on('line', line => {
    failures.shift()
    waiting.shift()?.(JSON.parse(line) as BuildResult)
  })
  ruby.on('exit', code => {
    for (const fail of failures.splice(0)) fail(new Error(`ruby left with ${code}`))
  })
  return {
    build: request =>
      new Promise((resolve, reject) => {
        waiting.push(resolve)
        failures.push(reject)
        ruby.stdin!.write(`${JSON.stringify(request)}\n`)
      }),
    close: () => void ruby.stdin!.end(),
  }
}
