import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A text of the corpus and what the real kramdown makes of it under one set of options. */
export interface CorpusPair {
  /** `construct/name`, as its file is called. */
  readonly id: string
  readonly construct: string
  readonly markdown: string
  readonly set: string
  readonly jekyll: boolean
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

type OptionSets = Readonly<Record<string, Pick<CorpusPair, 'jekyll' | 'options'>>>

const folder = join(import.meta.dirname, '../corpus/kramdown')

/** All pairs of tests/corpus/kramdown; record-kramdown.ts says how its files are named. */
export function readKramdownCorpus(): readonly CorpusPair[] {
  if (!existsSync(join(folder, 'options.json'))) return []
  const sets = JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as OptionSets
  const constructs = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return constructs.flatMap(({ name }) => readConstruct(name, sets))
}

function readConstruct(construct: string, sets: OptionSets): CorpusPair[] {
  const path = join(folder, construct)
  const markdown = new Map<string, string>()
  return readdirSync(path)
    .filter(file => file.endsWith('.html'))
    .toSorted()
    .map(file => {
      const [name, set] = basename(file, '.html').split('.') as [string, string]
      const text = markdown.get(name) ?? readFileSync(join(path, `${name}.md`), 'utf8')
      markdown.set(name, text)
      const html = readFileSync(join(path, file), 'utf8')
      return { id: `${construct}/${name}`, construct, markdown: text, set, html, ...sets[set]! }
    })
}
