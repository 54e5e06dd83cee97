/**
 * What becomes of links of real posts when they are converted:
 *
 *     node tests/bench/links.ts [--list]
 *
 * Every post is turned to references, back to addresses, and to references again; each time Jekyll's page has to stay
 * what it was. Prints how many links are converted, and why others are not.
 */
import { parseArgs } from 'node:util'
import { type LinkChange, readLinks, toInline, toReferences } from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { type BlogPost, publisherOf, readBlogs } from '../support/blog-posts.ts'
import { domEqual } from '../support/dom-equal.ts'

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })

interface Step {
  readonly name: string
  readonly convert: (source: string) => LinkChange
  /** How many links of a post this step is about. */
  readonly concerned: (source: string) => number
  links: number
  converted: number
  pagesChanged: number
}

const toReference = (source: string): LinkChange => toReferences(source)
const countInline = (source: string): number =>
  readLinks(source).uses.filter(use => use.style === 'inline').length
const countReferences = (source: string): number =>
  readLinks(source).uses.filter(use => use.definition !== undefined).length
const figures = { links: 0, converted: 0, pagesChanged: 0 }
const steps: readonly Step[] = [
  { ...figures, name: 'to references', convert: toReference, concerned: countInline },
  { ...figures, name: 'to addresses', convert: source => toInline(source), concerned: countReferences },
  { ...figures, name: 'and back', convert: toReference, concerned: countInline },
]
const refusals = new Map<string, number>()
let linesTouched = 0
const started = performance.now()

for (const blog of readBlogs()) {
  const publish = await publisherOf(blog)
  for (const post of blog.posts) convertPost(post, source => publish(post.path, source))
}
for (const { name, links, converted, pagesChanged } of steps)
  print(
    `${name}: ${converted} of ${links} links (${percent(converted, links)}), ${pagesChanged} pages changed`,
  )
for (const [code, count] of refusals) print(`refused ${code}: ${count}`)
print(`lines changed without a link or definition: ${linesTouched}`)
print(`${Math.round(performance.now() - started)} ms`)

function convertPost(post: BlogPost, publish: (source: string) => string): void {
  let source = post.source
  const page = publish(source)
  for (const step of steps) {
    step.links += step.concerned(source)
    const change = step.convert(source)
    const after = applyEdits(source, change.edits)
    step.converted += change.changed
    for (const { code, span } of change.refused) {
      refusals.set(code, (refusals.get(code) ?? 0) + 1)
      if (values.list) print(`${post.blog}/${post.path}: ${code}: ${source.slice(span.from, span.to)}`)
    }
    if (change.edits.length > 0 && !domEqual(page, publish(after))) {
      step.pagesChanged++
      print(`${step.name}: page changed: ${post.blog}/${post.path}`)
    }
    linesTouched += foreignLines(source, after)
    source = after
  }
}

/** Lines that are gone although no link or definition stands in them. */
function foreignLines(before: string, after: string): number {
  const { uses, definitions } = readLinks(before)
  const kept = new Set(after.split('\n'))
  let offset = 0
  let count = 0
  for (const line of before.split('\n')) {
    const to = offset + line.length
    const from = offset
    offset = to + 1
    const isConcerned = [...uses, ...definitions].some(({ span }) => span.from <= to && from <= span.to)
    if (!kept.has(line) && !isConcerned) count++
  }
  return count
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
