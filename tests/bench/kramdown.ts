/**
 * How long reading and converting takes, beside other engines:
 *
 *     npm run bench:kramdown
 *
 * Medians of processor time in milliseconds, none with highlighting. Real posts are taken where
 * they lie beside the project, the corpus otherwise; Ruby's kramdown is asked where it is installed.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { highlight, jekyllOptions, parse, toHtml } from '../../core/kramdown/index.ts'
import { readKramdownCorpus } from '../support/kramdown-corpus.ts'
import { engines } from '../support/markdown-engines.ts'

const RUNS = 7

const posts = readPosts()
const together = posts.join('\n\n')
const inputs: readonly (readonly [name: string, texts: readonly string[]])[] = [
  ['6 KB', [excerpt(6_000)]],
  ['100 KB', [excerpt(100_000)]],
  ['1 MB', [excerpt(1_000_000)]],
  [`${posts.length} posts`, posts],
]

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown machine'}, Node ${process.version}`,
)
console.log(row(['', ...inputs.map(([name]) => name)]))
for (const { name, render } of engines)
  console.log(row([name, ...inputs.map(([, texts]) => median(() => texts.forEach(text => render(text))))]))
console.log(
  row([
    '  parse',
    ...inputs.map(([, texts]) => median(() => texts.forEach(text => parse(text, jekyllOptions)))),
  ]),
)
console.log(row(['  convert', ...inputs.map(([, texts]) => medianOfConverting(texts))]))
console.log(row(['  highlight', ...inputs.map(([, texts]) => medianOfHighlighting(texts))]))
const ruby = inputs.map(([, texts]) => rubyTime(texts))
if (ruby.every(time => time !== undefined)) console.log(row(['kramdown (Ruby)', ...ruby]))

function medianOfConverting(texts: readonly string[]): string {
  const roots = texts.map(text => parse(text, jekyllOptions).root)
  return median(() => roots.forEach(root => toHtml(root, jekyllOptions)))
}

/** What colouring adds to converting. */
function medianOfHighlighting(texts: readonly string[]): string {
  const coloured = texts.map(text => parse(text, jekyllOptions).root)
  const options = { ...jekyllOptions, highlight }
  const both = Number(median(() => coloured.forEach(root => toHtml(root, options))))
  return Math.max(0, both - Number(medianOfConverting(texts))).toFixed(1)
}

/**
 * Median of {@link RUNS} measurements, each of as many runs as take a tenth of a second. Processor time, since other
 * work on the machine would else be measured too.
 */
function median(run: () => void): string {
  let runs = 1
  while (timeOf(run, runs) < 100) runs *= 2
  const times = Array.from({ length: RUNS }, () => timeOf(run, runs) / runs)
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!.toFixed(2)
}

function timeOf(run: () => void, runs: number): number {
  const start = process.threadCpuUsage()
  for (let index = 0; index < runs; index++) run()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

function rubyTime(texts: readonly string[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const file = join(folder, 'texts.json')
    writeFileSync(file, JSON.stringify(texts))
    const script = `
      require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
      texts = JSON.parse(File.read(ARGV[0])); options = { input: 'GFM', hard_wrap: false, syntax_highlighter: nil }
      times = 3.times.map { t = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
        texts.each { |text| Kramdown::Document.new(text, options).to_html }
        Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - t }
      puts (times.sort[1] * 1000).round(1)`
    return execFileSync('ruby', ['-e', script, file], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readPosts(): readonly string[] {
  const blogs = resolve(import.meta.dirname, '../../../shared/corpora/blogs')
  if (!existsSync(blogs)) return [...new Set(readKramdownCorpus().map(pair => pair.markdown))]
  return readdirSync(blogs, { recursive: true, encoding: 'utf8' })
    .filter(file => /_posts\/.*\.(?:md|markdown)$/.test(file))
    .toSorted()
    .map(file => readFileSync(join(blogs, file), 'utf8').replace(/^\uFEFF?---\s*\n[^]*?\n---\s*\n/, ''))
}

function excerpt(size: number): string {
  return together.repeat(Math.ceil(size / together.length)).slice(0, size)
}

function row(cells: readonly (string | undefined)[]): string {
  const [first = '', ...rest] = cells
  return first.padEnd(26) + rest.map(cell => (cell ?? '').padStart(12)).join('')
}
