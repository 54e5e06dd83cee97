/**
 * Records what the real Jekyll answers about the corpora of this project (needs Ruby and Jekyll 4.3):
 *
 *     node tests/support/record-jekyll.ts [sites] [dates] [liquid] [yaml] [permalinks]
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { askJekyll } from './oracle-jekyll.ts'
import { type DateMatrix, dateMatrices, permalinkMatrices } from './date-matrix.ts'

const corpus = join(import.meta.dirname, '../corpus')

/** The moment all corpora are recorded at. */
export const recordedAt = '2026-01-01T00:00:00Z'

const pluginsOf: Readonly<Record<string, readonly string[]>> = {
  'plugins-site': ['jekyll-seo-tag', 'jekyll-feed', 'jekyll-paginate', 'jekyll-include-cache'],
}

interface SiteAnswer {
  readonly documents: readonly { readonly path: string }[]
  readonly error: string | null
}

function recordSites(): void {
  const folder = join(corpus, 'sites')
  const names = readdirSync(folder).filter(name => name.endsWith('-site'))
  // Plugins stay loaded once they are, so each site is asked in a process of its own.
  for (const name of names) {
    const site = join(folder, name)
    const question = { site, plugins: pluginsOf[name] ?? [], now: recordedAt, drafts: true, future: true }
    const [answer] = askJekyll([question]) as SiteAnswer[]
    if (answer?.error) throw new Error(`${name}: ${answer.error}`)
    write(join(folder, `${name}.json`), answer?.documents)
  }
}

function recordMatrices(matrices: readonly DateMatrix[], file: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-dates-'))
  const questions = matrices.map((matrix, index) => {
    const site = join(scratch, String(index))
    for (const [path, text] of Object.entries(matrix.files)) {
      mkdirSync(dirname(join(site, path)), { recursive: true })
      writeFileSync(join(site, path), text)
    }
    return { site, now: recordedAt, timezone: matrix.environmentZone, drafts: true, future: true }
  })
  const answers = askJekyll(questions) as SiteAnswer[]
  rmSync(scratch, { recursive: true })
  const recorded = matrices.map((matrix, index) => ({
    ...matrix,
    error: answers[index]?.error,
    expected: Object.fromEntries(
      ((answers[index]?.documents ?? []) as { path: string; url: string; id: string; date: string }[]).map(
        ({ path, url, id, date }) => [path, [date, url, id]],
      ),
    ),
  }))
  write(join(corpus, file), recorded)
}

function recordLiquid(): void {
  const folder = join(corpus, 'liquid')
  const templates = JSON.parse(readFileSync(join(folder, 'templates.json'), 'utf8')) as string[]
  const context = readFileSync(join(folder, 'context.json'), 'utf8')
  const question = { templates, context, url: 'https://e.com', baseurl: '/b', now: recordedAt }
  const [answer] = askJekyll([question]) as { answers: unknown[] }[]
  write(join(corpus, 'liquid/answers.json'), answer?.answers)
}

function recordYaml(): void {
  const path = join(corpus, 'dates/yaml-values.json')
  const texts = JSON.parse(readFileSync(path, 'utf8')) as string[]
  const [answer] = askJekyll([{ yaml: texts }]) as { values: unknown[] }[]
  write(join(corpus, 'dates/yaml-answers.json'), answer?.values)
}

function write(path: string, value: unknown): void {
  const list = Array.isArray(value)
    ? `[\n${value.map(item => JSON.stringify(item)).join(',\n')}\n]`
    : JSON.stringify(value)
  writeFileSync(path, `${list}\n`)
}

const wanted = new Set(process.argv.slice(2))
const asked = (name: string): boolean => wanted.size === 0 || wanted.has(name)
if (import.meta.main) {
  if (asked('sites')) recordSites()
  if (asked('dates')) recordMatrices(dateMatrices(), 'dates/matrix.json')
  if (asked('permalinks')) recordMatrices(permalinkMatrices(), 'dates/permalinks.json')
  if (asked('liquid')) recordLiquid()
  if (asked('yaml')) recordYaml()
}
