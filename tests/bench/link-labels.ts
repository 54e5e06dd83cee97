/**
 * How well labels are proposed to an author:
 *
 *     node tests/bench/link-labels.ts [--list]
 *
 * Each post in turn is taken out, the others teach, and a label is proposed for every definition of it. Told apart:
 * addresses the author linked in other posts, and new ones. The blog this started from comes first; nothing was
 * tuned on the others.
 */
import { parseArgs } from 'node:util'
import {
  type LinkModel,
  learnFromFacts,
  linkFactsOf,
  proposeLabel,
  proposeLabels,
  readLinks,
  sameAddress,
} from '../../core/post/index.ts'
import { normaliseLinkId } from '../../core/kramdown/index.ts'
import { type BlogSource, readBlogs } from '../support/blog-posts.ts'

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } })
const fewest = 25

for (const blog of readBlogs()) {
  const definitions = blog.posts.reduce((sum, post) => sum + readLinks(post.source).definitions.length, 0)
  if (definitions >= fewest) report(blog)
}

function report(blog: BlogSource): void {
  const known = { count: 0, first: 0, three: 0, ceiling: 0 }
  const fresh = { count: 0, first: 0, three: 0, collisions: 0 }
  const posts = blog.posts
    .toSorted((a, b) => (a.path < b.path ? 1 : -1))
    .map(({ path, source }) => ({ links: readLinks(source), facts: linkFactsOf(path, source) }))
  for (const post of posts) {
    const { links } = post
    if (links.definitions.length === 0) continue
    const others = posts.filter(other => other !== post)
    const labelsElsewhere = labelsByAddress(others.map(other => other.links))
    const house = learnFromFacts(others.map(other => other.facts))
    for (const definition of links.definitions) {
      const use = links.uses.find(each => each.definition === definition)
      if (!use) continue
      const proposed = proposeLabels(use.text, definition.url, house).map(normaliseLinkId)
      const elsewhere = labelsElsewhere.get(sameAddress(definition.url))
      const figures = elsewhere ? known : fresh
      const rank = proposed.indexOf(definition.id)
      figures.count++
      if (rank === 0) figures.first++
      if (rank >= 0 && rank < 3) figures.three++
      if (elsewhere?.has(definition.id)) known.ceiling++
      const chosen = proposeLabel(use.text, 'https://new.example/', links, { house })
      if (links.find(chosen)) fresh.collisions++
      if (values.list && rank !== 0)
        print(`${use.text} → ${definition.label}: ${proposed.slice(0, 3).join(' | ')} (${definition.url})`)
    }
  }
  print(
    `${blog.name}: known addresses ${known.count}: first ${share(known.first, known.count)}, ` +
      `among three ${share(known.three, known.count)}, a label used elsewhere ${share(known.ceiling, known.count)}; ` +
      `new addresses ${fresh.count}: first ${share(fresh.first, fresh.count)}, ` +
      `among three ${share(fresh.three, fresh.count)}; colliding ${fresh.collisions}`,
  )
}

function labelsByAddress(posts: readonly LinkModel[]): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>()
  for (const { definitions } of posts)
    for (const { url, id } of definitions) {
      const known = labels.get(sameAddress(url))
      if (known) known.add(id)
      else labels.set(sameAddress(url), new Set([id]))
    }
  return labels
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
