import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface SiteQuestion {
  /** Folder of the site. */
  readonly site: string
  readonly plugins?: readonly string[]
  /** ISO 8601. */
  readonly now: string
  /** `TZ`; UTC where it is left out. */
  readonly timezone?: string
  readonly drafts?: boolean
  readonly future?: boolean
}

export interface TemplateQuestion {
  readonly templates: readonly string[]
  /** JSON, as text: JavaScript would lose that `1.0` is no integer. */
  readonly context: string
  readonly url: string
  readonly baseurl: string
  readonly now: string
}

export interface YamlQuestion {
  readonly yaml: readonly string[]
}

/**
 * Asks the real Jekyll several questions in one process.
 *
 * @throws Error when Ruby or Jekyll is missing or fails
 */
export function askJekyll(questions: readonly (SiteQuestion | TemplateQuestion | YamlQuestion)[]): unknown[] {
  const script = join(import.meta.dirname, 'oracle-jekyll.rb')
  const input = questions.map(question => `${JSON.stringify(question)}\n`).join('')
  const { stdout, stderr, status, error } = spawnSync('ruby', [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: 'C.UTF-8' },
  })
  if (error || status !== 0) throw new Error(`Jekyll did not answer: ${error?.message ?? stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)
}
