/**
 * Writes tests/corpus/kramdown from the templates, with the answers of the real kramdown (Ruby with kramdown 2.4 and
 * its GFM parser has to be installed):
 *
 *     node tests/support/record-kramdown.ts
 *
 * A case is CONSTRUCT/NAME.md, its answers are NAME.OPTIONS.html; the options are named in options.json.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constructs, linePlaces, optionSets, places } from './kramdown-templates.ts'
import { KramdownOracle } from './oracle-kramdown.ts'

const corpus = join(import.meta.dirname, '../corpus/kramdown')
const oracle = new KramdownOracle()
let pairs = 0

for (const [construct, { snippets, places: names, options }] of Object.entries(constructs)) {
  const folder = join(corpus, construct)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, [name, snippet]] of Object.entries(snippets).entries()) {
    await record(folder, name, snippet, options)
    // Each snippet also stands in some of the places, by turns with a second set of options beside Jekyll's.
    for (const [turn, place] of names.entries()) {
      if ((index + turn) % 3 !== 0) continue
      const put = places[place] ?? linePlaces[place]
      const second = options[(index + turn) % options.length]!
      await record(folder, `${name}-${place}`, put!(snippet), [...new Set(['jekyll' as const, second])])
    }
  }
}
writeFileSync(join(corpus, 'options.json'), `${JSON.stringify(optionSets, undefined, 2)}\n`)
oracle.close()
console.log(`${pairs} pairs`)

async function record(
  folder: string,
  name: string,
  markdown: string,
  options: readonly (keyof typeof optionSets)[],
): Promise<void> {
  const text = `${markdown}\n`
  writeFileSync(join(folder, `${name}.md`), text)
  for (const set of options) {
    const answer = await oracle.ask({ markdown: text, ...optionSets[set] })
    if ('error' in answer) {
      console.log(`${folder}/${name} ${set}: ${answer.error}`)
      continue
    }
    writeFileSync(join(folder, `${name}.${set}.html`), answer.html)
    pairs++
  }
}
