/**
 * `npm run labels [-- --posts DIR] [--blogs DIR] [--embeds DIR]`: how well updates, talk posts and embeds are recognised, and
 * every miss.
 *
 * DIR holds the posts of other authors as `owner+name/path`, those with labelled updates or embeds; they are not part of
 * the project.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  blogsFolder,
  scoreBlogUpdates,
  scoreFetchedEmbeds,
  scoreFetchedUpdates,
  scoreTalks,
} from './labelled.ts'
import { type Score, precision, recall, report, total } from './score.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { posts: text, blogs: text, embeds: text } })
const blogs = values.blogs ?? blogsFolder
const results: { readonly name: string; readonly score: Score; readonly least: readonly [number, number] }[] =
  []

if (existsSync(blogs)) {
  const talks = scoreTalks(blogs)
  results.push(
    { name: 'updates, blogs of the corpus', score: scoreBlogUpdates(blogs), least: [0.95, 0.9] },
    { name: 'talk posts', score: talks.posts, least: [0.95, 0.95] },
    { name: 'missing pieces', score: talks.lacks, least: [0.95, 0.95] },
  )
} else console.log(`The blogs are not at ${blogs}; --blogs says where they are.`)

if (values.posts === undefined)
  console.log('Posts of other authors are left out; --posts says where they are.')
else
  for (const [name, set] of [
    ['updates, other authors', 'fetched-updates.json'],
    ['updates, authors not looked at while building', 'unseen-updates.json'],
  ] as const) {
    const byRepository = scoreFetchedUpdates(values.posts, set)
    for (const [repository, entry] of byRepository)
      console.log(report(`  ${repository}`, { ...entry, misses: [] }))
    results.push({ name, score: total([...byRepository.values()]), least: [0.95, 0.9] })
  }

if (values.embeds !== undefined)
  results.push({
    name: 'embeds, other authors',
    score: scoreFetchedEmbeds(values.embeds),
    least: [0.99, 0.99],
  })

for (const { name, score } of results) console.log(report(name, score))
const short = results.filter(({ score, least }) => precision(score) < least[0] || recall(score) < least[1])
if (results.length === 0 || short.length > 0) {
  console.log(`too low: ${short.map(({ name }) => name).join(', ') || 'nothing was compared'}`)
  process.exitCode = 1
}
