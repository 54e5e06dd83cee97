/**
 * Refactors links of real posts at random and looks whether anything else changes.
 *
 *     npm run fuzz:links -- --count 20000 --seed 1
 *
 * Renames labels, turns links to references and back, sorts, merges and prunes definitions, and moves text between
 * posts, several times in a row on the text as it is by then. After each edit Jekyll’s page has to be the one it was
 * (with moved text: the one with its links written out), every link has to lead where it led, and only links and
 * definitions may have been touched. The last line is `edits N: html changed H, dangling D, bytes outside B`.
 */
import { parseArgs } from 'node:util'
import {
  type LinkHouse,
  type LinkModel,
  learnFromFacts,
  linkFactsOf,
  readLinks,
} from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { type BlogPost, publisherOf, readBlogs } from '../support/blog-posts.ts'
import { domEqual } from '../support/dom-equal.ts'
import { type Refactoring, randomRefactoring } from './links-refactorings.ts'
import { Random } from './random.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(values.count)
const random = new Random(Number(values.seed))

interface FuzzedBlog {
  readonly posts: readonly BlogPost[]
  readonly house: LinkHouse
  readonly publish: (path: string, source: string) => string
}

/** How many edits are made on one post in a row. */
const inARow = 8
const longest = 60_000
const figures = { tried: 0, done: 0, html: 0, dangling: 0, outside: 0 }
const names = new Map<string, number>()

const blogs: FuzzedBlog[] = []
for (const blog of readBlogs()) {
  const posts = blog.posts.filter(
    ({ source }) => source.length < longest && readLinks(source).uses.length > 0,
  )
  if (posts.length === 0) continue
  const facts = posts.map(({ path, source }) => linkFactsOf(path, source))
  blogs.push({ posts, house: learnFromFacts(facts), publish: await publisherOf(blog) })
}

while (figures.tried < count) refactorOnePost(random.pick(blogs))

print([...names].map(([name, times]) => `${name} ${times}`).join(', '))
print(
  `did something: ${figures.done} of ${figures.tried} (${((100 * figures.done) / figures.tried).toFixed(1)} %)`,
)
print(
  `edits ${figures.tried}: html changed ${figures.html}, dangling ${figures.dangling}, bytes outside ${figures.outside}`,
)
if (figures.html + figures.dangling + figures.outside > 0 || figures.done < 0.8 * figures.tried)
  process.exitCode = 1

function refactorOnePost({ posts, house, publish }: FuzzedBlog): void {
  const { path, source: original, blog } = random.pick(posts)
  let source = original
  for (let turn = 0; turn < inARow && figures.tried < count; turn++) {
    const links = readLinks(source)
    const made = randomRefactoring({ source, links, house, other: random.pick(posts).source, random })
    if (!made) continue
    figures.tried++
    if (made.edits.length === 0) continue
    figures.done++
    names.set(made.name, (names.get(made.name) ?? 0) + 1)
    const after = applyEdits(source, made.edits)
    const faults = faultsOf(made, source, links, after, text => publish(path, text))
    for (const fault of faults) {
      figures[fault]++
      print(`${fault}: ${made.name} in ${blog}/${path}: ${JSON.stringify(made.edits).slice(0, 600)}`)
    }
    if (faults.length > 0) return
    source = after
  }
}

type Fault = 'html' | 'dangling' | 'outside'

function faultsOf(
  made: Refactoring,
  before: string,
  links: LinkModel,
  after: string,
  publish: (source: string) => string,
): Fault[] {
  const faults: Fault[] = []
  if (!domEqual(publish(made.alike), publish(after))) faults.push('html')
  if (leadsOf(readLinks(made.alike)) !== leadsOf(readLinks(after))) faults.push('dangling')
  if (!staysOutside(made, before, links)) faults.push('outside')
  return faults
}

/** Every link with where it leads, and what is no link for want of a definition. */
function leadsOf(links: LinkModel): string {
  const uses = links.uses.map(({ type, url, title }) => [type, url, title])
  return JSON.stringify([uses, links.undefined.length])
}

/** Whether the edits take only links, definitions and their line ends away, and add only definitions outside them. */
function staysOutside({ edits, pasted }: Refactoring, source: string, links: LinkModel): boolean {
  const spans = [...links.uses, ...links.definitions].map(({ span }) => span)
  return edits.every(({ from, to, insert }) => {
    if (spans.some(span => span.from <= from && to <= span.to)) return true
    const inside = spans.filter(span => from <= span.from && span.to <= to)
    const gone = inside.reduce(
      (text, span) => text.replace(source.slice(span.from, span.to), ''),
      source.slice(from, to),
    )
    const added = insert.split(/\r?\n/).every(line => line === '' || /^ {0,3}\[[^\]]+\]: /.test(line))
    return gone.trim() === '' && (added || (pasted !== undefined && from === to))
  })
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
