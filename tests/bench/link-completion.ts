/**
 * How long a list of labels takes with the links of 10,000 posts loaded:
 *
 *     node tests/bench/link-completion.ts
 */
import { LinkLibrary, completeLabels, indexLabels, linkFactsOf, readLinks } from '../../core/post/index.ts'
import { Random } from '../fuzz/random.ts'

const random = new Random(7)
const syllables = 'ro bo ta pe li nu ka mi so de ver gan tor mel qui'.split(' ')
const word = (): string => Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join('')
const addresses = Array.from({ length: 40_000 }, () => ({
  label: `${word()}-${word()}`,
  url: `https://${word()}.example/${word()}/`,
}))

const library = new LinkLibrary()
let started = performance.now()
for (let post = 0; post < 10_000; post++) {
  const links = Array.from({ length: 10 }, () => random.pick(addresses))
  const text = links.map(({ label }) => `See [these words][${label}] of ours.`).join('\n\n')
  const source = `${text}\n\n${links.map(({ label, url }) => `[${label}]: ${url}`).join('\n')}\n`
  library.set(linkFactsOf(`_posts/20${10 + (post % 15)}-01-01-${post}.md`, source))
}
print(`reading 10,000 posts: ${Math.round(performance.now() - started)} ms`)
started = performance.now()
const known = library.knownLinks()
print(`${known.length} links listed: ${Math.round(performance.now() - started)} ms`)

const index = indexLabels(known)
const { definitions } = readLinks('[a]\n\n[a]: /a\n[robot]: /r\n')
const times: number[] = []
for (let turn = 0; turn < 500; turn++) {
  const typed = word().slice(0, random.below(5))
  const from = performance.now()
  completeLabels(typed, definitions, index)
  times.push(performance.now() - from)
}
times.sort((a, b) => a - b)
print(`completion: p50 ${times[250]!.toFixed(1)} ms, p95 ${times[475]!.toFixed(1)} ms`)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
