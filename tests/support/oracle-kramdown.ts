import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface OracleCase {
  readonly markdown: string
  /** Written as in a configuration file. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Lay the options over those Jekyll gives kramdown. */
  readonly jekyll?: boolean
}

export type OracleAnswer =
  | { readonly html: string; readonly warnings: readonly string[] }
  | { readonly error: string }

/** The real kramdown, in one process of Ruby that lives as long as this object. */
export class KramdownOracle {
  private readonly process: ChildProcessWithoutNullStreams
  private unread = ''
  private failure: string | undefined
  private readonly waiting: ((answer: OracleAnswer) => void)[] = []

  constructor() {
    this.process = spawn('ruby', [join(import.meta.dirname, 'oracle-kramdown.rb')])
    this.process.stderr.resume()
    this.process.stdin.on('error', () => this.fail('the process of Ruby takes no more questions'))
    this.process.stdout.setEncoding('utf8')
    this.process.stdout.on('data', (chunk: string) => this.read(chunk))
    this.process.on('exit', () => this.fail('the process of Ruby ended'))
    this.process.on('error', error => this.fail(error.message))
  }

  /** What kramdown makes of a text; questions may be asked before earlier ones are answered. */
  ask(question: OracleCase): Promise<OracleAnswer> {
    if (this.failure !== undefined) return Promise.resolve({ error: this.failure })
    return new Promise(resolve => {
      this.waiting.push(resolve)
      this.process.stdin.write(`${JSON.stringify(question)}\n`)
    })
  }

  close(): void {
    this.process.stdin.end()
  }

  private read(chunk: string): void {
    const lines = (this.unread + chunk).split('\n')
    this.unread = lines.pop()!
    for (const line of lines) this.waiting.shift()?.(JSON.parse(line) as OracleAnswer)
  }

  private fail(reason: string): void {
    this.failure ??= reason
    for (const answer of this.waiting.splice(0)) answer({ error: reason })
  }
}
