/**
 * How many texts engines render as kramdown does:
 *
 *     npm run fidelity [-- --kramdown DIR]
 *
 * The texts are those of tests/corpus/kramdown under Jekyll's options, and with `--kramdown` (a checkout of the gem)
 * kramdown's own cases. Equal means equal to a browser, code by its text.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { convert, defaultOptions, mergeOptions } from '../../core/kramdown/index.ts'
import { domEqual } from '../support/dom-equal.ts'
import { readKramdownCorpus } from '../support/kramdown-corpus.ts'
import { engines } from '../support/markdown-engines.ts'

interface Case {
  readonly markdown: string
  readonly html: string
  /** Lectern is given the options a case names; the other engines have none of that kind. */
  readonly options?: Readonly<Record<string, unknown>>
}

const { values } = parseArgs({ options: { kramdown: { type: 'string' } } })

const sets: (readonly [name: string, cases: readonly Case[]])[] = [
  [
    'our corpus',
    readKramdownCorpus()
      .filter(pair => pair.set === 'jekyll')
      .map(({ markdown, html }) => ({ markdown, html })),
  ],
]
if (values.kramdown !== undefined) sets.push(['kramdown’s cases', ownCases(values.kramdown)])

console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown machine'}\n`)
console.log(`| |${sets.map(([name, cases]) => ` ${name} (${cases.length}) |`).join('')}`)
console.log(`|---|${sets.map(() => '---:|').join('')}`)
for (const { name, render } of engines) {
  const shares = sets.map(([, cases]) => share(cases, render, name === 'Lectern'))
  console.log(`| ${name} |${shares.map(text => ` ${text} |`).join('')}`)
}

function share(cases: readonly Case[], render: (markdown: string) => string, own: boolean): string {
  const equal = cases.filter(({ markdown, html, options }) => {
    const actual =
      own && options ? convert(markdown, mergeOptions(defaultOptions, options)).html : render(markdown)
    return domEqual(html, actual, { flattenCode: true })
  })
  return `${((100 * equal.length) / Math.max(1, cases.length)).toFixed(1)} %`
}

/** The cases of a checkout of the gem (test/testcases), or of a folder laid out like it. */
function ownCases(folder: string): Case[] {
  const root = [join(folder, 'test/testcases'), folder].find(existsSync)!
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.text') && existsSync(join(root, file.replace(/\.text$/, '.html'))))
    .map(file => {
      const text = join(root, file)
      const html = readFileSync(text.replace(/\.text$/, '.html'), 'utf8')
      return { markdown: readFileSync(text, 'utf8'), html, options: optionsBeside(text) }
    })
}

function optionsBeside(text: string): Record<string, unknown> {
  const file = [text.replace(/\.text$/, '.options'), join(dirname(text), 'options')].find(existsSync)
  if (file === undefined) return { auto_ids: false, footnote_nr: 1 }
  return (parseYaml(readFileSync(file, 'utf8')) ?? {}) as Record<string, unknown>
}
