import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { available } from '../support/needs.ts'
import { addUpdate } from '../../core/post/updates/add-update.ts'
import { redateUpdate, removeUpdate, retitleUpdate } from '../../core/post/updates/change-update.ts'
import { findUpdates } from '../../core/post/updates/find-updates.ts'
import { splitFrontMatter } from '../../core/post/front-matter.ts'
import { type EditResult, applyEdits, invertEdits } from '../../core/text/index.ts'

type Step =
  | { readonly type: 'add'; readonly date: string; readonly text: string; readonly linked: boolean }
  | { readonly type: 'remove' | 'redate' | 'retitle'; readonly at: number; readonly date: string }

const date = fc
  .integer({ min: 0, max: 700 })
  .map(days => new Date(Date.UTC(2015, 6, 4) + days * 86_400_000).toISOString().slice(0, 10))

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    date,
    text: fc.constantFrom('', 'New words.', 'Two\nlines.\n\n- and a list'),
    linked: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('remove' as const, 'redate' as const, 'retitle' as const),
    at: fc.nat(5),
    date,
  }),
)

const blocks = [
  'Words that stand.',
  '## A part\n\nMore words.',
  '<div>\n<p>HTML</p>\n</div>',
  '```\n### Update — 1 May\n```',
  '> A quotation.',
  '* one\n* two',
]
const post = fc
  .record({
    blocks: fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 4 }),
    head: fc.constantFrom('', '{% include JB/setup %}\n', '<!-- note -->\n\n'),
    definitions: fc.constantFrom(
      '',
      '\n[a]: http://a.example/\n',
      '\n[a]: http://a.example/\n\n[^1]: A note.\n',
    ),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ blocks, head, definitions, newline }) =>
    `---\ntitle: A\ndate: 2015-07-04\n---\n${head}${blocks.join('\n\n')}\n${definitions}`.replaceAll(
      '\n',
      newline,
    ),
  )

/** One change of an update, or none where there is none to change. */
function change(source: string, step: Step): EditResult {
  if (step.type === 'add')
    return addUpdate(source, { date: step.date, text: step.text, banner: step.linked ? 'linked' : true })
  const { updates } = findUpdates(source)
  const update = updates[step.at % Math.max(1, updates.length)]
  if (!update) return { edits: [] }
  if (step.type === 'remove') return removeUpdate(source, update)
  if (step.type === 'redate') return redateUpdate(source, update, step.date)
  return retitleUpdate(source, update, `about ${step.date}`)
}

/** The post without its updates and its banner. */
function rest(source: string): string {
  let text = source
  for (let { updates } = findUpdates(text); updates[0]; { updates } = findUpdates(text))
    text = applyEdits(text, removeUpdate(text, updates[0]).edits)
  return text
}

test('any sequence of changes keeps the banner true, the days in order and every other byte, and undoes', () => {
  fc.assert(
    fc.property(post, fc.array(step, { maxLength: 6 }), (original, steps) => {
      let source = original
      for (const next of steps) {
        const { edits } = change(source, next)
        const after = applyEdits(source, edits)
        expect(applyEdits(after, invertEdits(source, edits))).toBe(source)
        source = after
        const { updates, banner } = findUpdates(source)
        const days = updates.map(update => update.date)
        expect(days).toEqual(days.toSorted())
        expect(banner?.dates ?? []).toEqual(days.slice(-1))
        if (banner?.anchor) expect(banner.anchor.id).toBe(updates.at(-1)?.id)
      }
      expect(rest(source)).toBe(original)
    }),
    { numRuns: 150 },
  )
})

const anchors = `
require 'jekyll'; require 'kramdown-parser-gfm'; require 'json'
config = Jekyll.configuration('quiet' => true, 'skip_config_files' => true)
converter = Jekyll::Converters::Markdown.new(config)
print JSON.generate(JSON.parse(STDIN.read).map { |body| converter.convert(body).scan(/<h\\d[^>]* id="([^"]*)"/).flatten })
`

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!available('jekyll'))('the anchors are those Jekyll gives', () => {
  const posts = fc.sample(fc.tuple(post, fc.array(step, { minLength: 2, maxLength: 6 })), {
    numRuns: 60,
    seed: 7,
  })
  const sources = posts.map(([original, steps]) =>
    steps.reduce((source, next) => applyEdits(source, change(source, next).edits), original),
  )
  const bodies = sources.map(source =>
    source.slice(splitFrontMatter(source).body.from).replaceAll('\r\n', '\n'),
  )
  const real = JSON.parse(
    execFileSync('ruby', ['-e', anchors], { input: JSON.stringify(bodies), encoding: 'utf8' }),
  ) as string[][]
  for (const [index, source] of sources.entries())
    expect(real[index]).toEqual(expect.arrayContaining(findUpdates(source).updates.map(update => update.id)))
  expect(sources.flatMap(source => findUpdates(source).updates).length).toBeGreaterThan(60)
})
