/**
 * Looks for texts of which kramdown makes something else than we do.
 *
 *     npm run fuzz:kramdown -- --count 10000 --seed 1 [--inputs FILE.json]
 *
 * Mutates and splices texts, asks the real kramdown and ours, and shrinks what differs. Equal means equal as a
 * browser sees it, code by its text. The last line is `inputs N: differ D`; differences of a known class
 * (tests/corpus/kramdown/known-differences.json) are counted apart.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { convert, defaultOptions, jekyllOptions, mergeOptions } from '../../core/kramdown/index.ts'
import { domEqual, firstDifference } from '../support/dom-equal.ts'
import { KramdownOracle, type OracleCase } from '../support/oracle-kramdown.ts'
import { excerpt, mutations } from './kramdown-mutations.ts'
import { readParents } from './kramdown-parents.ts'
import { shrink } from './kramdown-shrink.ts'
import { Random } from './random.ts'

interface Input extends OracleCase {
  readonly mutated: number
  /** Whether its HTML is another than its parent's. */
  readonly changed: boolean
}

interface KnownDifference {
  readonly id: string
  readonly reason: string
  /** Matches the shrunk input. */
  readonly pattern: string
}

const known = JSON.parse(
  readFileSync(join(import.meta.dirname, '../corpus/kramdown/known-differences.json'), 'utf8'),
) as readonly KnownDifference[]

/** How often each set of options is tried; Jekyll's defaults most. */
const optionSets: readonly (readonly [weight: number, jekyll: boolean, options: Record<string, unknown>])[] =
  [
    [60, true, {}],
    [14, false, {}],
    [4, true, { hard_wrap: true }],
    [4, true, { gfm_quirks: [] }],
    [4, false, { parse_block_html: true }],
    [3, false, { html_to_native: true }],
    [3, false, { auto_id_stripping: true, entity_output: 'symbolic' }],
    [2, false, { parse_span_html: false, entity_output: 'numeric' }],
    [2, true, { footnote_backlink_inline: true, header_offset: 1, parse_block_html: true }],
    [2, false, { math_engine: null, syntax_highlighter: null, smart_quotes: 'apos,apos,quot,quot' }],
    [2, true, { gfm_quirks: 'no_auto_typographic', entity_output: 'as_input' }],
  ]

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    inputs: { type: 'string' },
    shrink: { type: 'string', default: '20' },
  },
})

const oracle = new KramdownOracle()
const inputs = values.inputs === undefined ? generated() : given(values.inputs)
/** Texts kramdown itself refuses are made up for by others. */
const wanted = values.inputs === undefined ? Number(values.count) : Infinity
const differing: Input[] = []
const classes = new Map<string, number>()
let asked = 0
let mutatedThrice = 0
let changedHtml = 0
let refused = 0
let shown = 0

const AT_ONCE = 16
const running = new Set<Promise<void>>()
for (const input of inputs) {
  while (asked + running.size >= wanted && running.size > 0) await Promise.race(running)
  if (asked >= wanted || refused > 100 + asked) break
  const one: Promise<void> = check(input).finally(() => running.delete(one))
  running.add(one)
  if (running.size >= AT_ONCE) await Promise.race(running)
}
await Promise.all(running)
await report()
oracle.close()

async function check(input: Input): Promise<void> {
  const answer = await oracle.ask(input)
  if ('error' in answer) {
    refused++
    return
  }
  asked++
  if (input.mutated >= 3) mutatedThrice++
  if (input.changed) changedHtml++
  if (!domEqual(answer.html, ours(input), { flattenCode: true })) differing.push(input)
}

function ours({ markdown, options, jekyll }: OracleCase): string {
  return convert(markdown, mergeOptions(jekyll ? jekyllOptions : defaultOptions, options ?? {})).html
}

async function differs(input: OracleCase): Promise<boolean> {
  const answer = await oracle.ask(input)
  return 'html' in answer && !domEqual(answer.html, ours(input), { flattenCode: true })
}

function* generated(): Generator<Input> {
  const random = new Random(Number(values.seed))
  const parents = readParents()
  for (;;) {
    const parent = excerpt(random.pick(parents), random)
    const [, jekyll, options] = weighted(random)
    yield mutate(parent, random, parents, { jekyll, options })
  }
}

function weighted(random: Random): (typeof optionSets)[number] {
  let left = random.below(optionSets.reduce((sum, [weight]) => sum + weight, 0))
  return optionSets.find(([weight]) => (left -= weight) < 0)!
}

/** Tries again while the mutations change nothing that can be seen, up to a limit. */
function mutate(
  parent: string,
  random: Random,
  parents: readonly string[],
  how: Pick<OracleCase, 'jekyll' | 'options'>,
): Input {
  const before = ours({ markdown: parent, ...how })
  for (let attempt = 0; ; attempt++) {
    const mutated = random.chance(0.75) ? 3 + random.below(6) : 1 + random.below(2)
    let markdown = parent
    for (let index = 0; index < mutated; index++)
      markdown = random.pick(Object.values(mutations))(markdown || 'a\n', random, parents)
    markdown = markdown.toWellFormed()
    const changed = ours({ markdown, ...how }) !== before
    if (changed || attempt >= 3) return { markdown, ...how, mutated, changed }
  }
}

function given(file: string): Input[] {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as readonly string[]
  return texts.map(markdown => ({ markdown, jekyll: true, mutated: 0, changed: false }))
}

async function report(): Promise<void> {
  let unknown = 0
  for (const input of differing) {
    const small = shown < Number(values.shrink) ? await shrunk(input) : input
    const match = known.find(({ pattern }) => new RegExp(pattern, 's').test(small.markdown))
    if (match) classes.set(match.id, (classes.get(match.id) ?? 0) + 1)
    else {
      unknown++
      await show(small)
    }
  }
  for (const [id, count] of classes) console.log(`known difference ${id}: ${count}`)
  if (refused > 0) console.log(`refused by kramdown itself: ${refused}`)
  printShares()
  console.log(`inputs ${asked}: differ ${unknown}`)
  if (asked === 0 || (values.inputs === undefined && asked < wanted)) process.exitCode = 1
}

async function shrunk(input: Input): Promise<Input> {
  const markdown = await shrink(input.markdown, text => differs({ ...input, markdown: text }))
  return { ...input, markdown }
}

async function show(input: Input): Promise<void> {
  if (shown++ >= Number(values.shrink)) return
  const answer = await oracle.ask(input)
  const expected = 'html' in answer ? answer.html : answer.error
  console.log(
    `\n${JSON.stringify(input.markdown)} ${input.jekyll ? 'Jekyll' : 'plain'} ${JSON.stringify(input.options ?? {})}`,
  )
  console.log(JSON.stringify(firstDifference(expected, ours(input), { flattenCode: true })))
}

function printShares(): void {
  if (values.inputs !== undefined) return
  const percent = (part: number): string => `${((100 * part) / Math.max(1, asked)).toFixed(1)} %`
  console.log(`changed by three or more mutations: ${percent(mutatedThrice)}`)
  console.log(`other HTML than their parent: ${percent(changedHtml)}`)
}
