/** What was labelled, beside what Lectern makes of the same posts. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { dateInFileName, findEmbeds, findUpdates, talkFacts } from '../../core/post/index.ts'
import { type Score, score, total } from './score.ts'

export const blogsFolder = resolve(import.meta.dirname, '../../../shared/corpora/blogs')

interface Place {
  readonly line: number
  readonly date: string | null
}

interface BlogUpdates {
  readonly path: string
  readonly updates: readonly Place[]
  readonly banner?: Place
}

interface FetchedUpdates {
  readonly repository: string
  readonly commit: string
  readonly path: string
  readonly updates: readonly Place[]
}

interface FetchedEmbeds {
  readonly repository: string
  readonly commit: string
  readonly path: string
  readonly embeds: readonly EmbedLabel[]
}

interface EmbedLabel {
  readonly line: number
  readonly provider: string
  /** A part of the id that tells it from others, where the post says one. */
  readonly id?: string
}

interface BlogTalk {
  readonly path: string
  readonly lacks: readonly string[]
}

/** The authors whose talk posts are labelled. */
const talkAuthors = ['amirmc', 'MichaelGrafnetter', 'ChaelCodes', 'mickaelbaron', 'swannodette']
/** Talks are told as of this day. */
const talkDay = '2026-11-23'

/** Updates and banners of every post of the blogs. */
export function scoreBlogUpdates(blogs: string): Score {
  const labels = new Map(read<BlogUpdates>('blog-updates.json').map(label => [label.path, label]))
  return total(
    postsOf(blogs, '*').map(path => {
      const label = labels.get(path)
      const wanted = places(path, label?.updates ?? [])
      const banner = label?.banner ? [`${path}:${label.banner.line} banner ${label.banner.date}`] : []
      return score(foundPlaces(join(blogs, path), path), [...wanted, ...banner])
    }),
  )
}

/** Sets of labels of other authors' posts. */
export type FetchedSet = 'fetched-updates.json' | 'unseen-updates.json'

/** Updates of posts of other authors, which lie as `owner+name/path` in a folder; by repository. */
export function scoreFetchedUpdates(posts: string, set: FetchedSet): Map<string, Score> {
  const scores = new Map<string, Score>()
  for (const { repository, path, updates } of read<FetchedUpdates>(set)) {
    const file = join(posts, repository.replace('/', '+'), path)
    const name = `${repository}/${path}`
    if (!existsSync(file)) throw new Error(`${file} is missing: fetch ${repository} and put its posts there`)
    const found = foundPlaces(file, name).filter(place => !place.includes(' banner '))
    scores.set(
      repository,
      total([scores.get(repository) ?? score([], []), score(found, places(name, updates))]),
    )
  }
  return scores
}

/** Embeds of posts of other authors, which lie as `owner+name/path` in a folder. */
export function scoreFetchedEmbeds(posts: string): Score {
  return total(
    read<FetchedEmbeds>('fetched-embeds.json').map(({ repository, path, embeds }) => {
      const file = join(posts, repository.replace('/', '+'), path)
      if (!existsSync(file))
        throw new Error(`${file} is missing: fetch ${repository} and put its posts there`)
      const place = ({ line, provider, id = '' }: EmbedLabel) =>
        `${repository}/${path}:${line} ${provider} ${id}`
      const found = findEmbeds(readFileSync(file, 'utf8')).map(({ line, embed: { provider, id } }) => {
        const label = embeds.find(
          wanted =>
            wanted.line === line && wanted.provider === provider && (id ?? '').includes(wanted.id ?? ''),
        )
        return place(label ?? { line, provider, id: id ?? '' })
      })
      return score(found, embeds.map(place))
    }),
  )
}

/** Which posts are talk posts, and what each lacks. */
export function scoreTalks(blogs: string): { readonly posts: Score; readonly lacks: Score } {
  const labels = new Map(read<BlogTalk>('blog-talks.json').map(label => [label.path, label.lacks]))
  const results = talkAuthors.flatMap(author =>
    postsOf(blogs, `${author}__*`).map(path => {
      const facts = talkFacts(readFileSync(join(blogs, path), 'utf8'), { path, today: talkDay })
      const wanted = labels.get(path)
      const name = (piece: string): string => `${path} lacks ${piece}`
      return {
        posts: score(facts ? [path] : [], wanted ? [path] : []),
        lacks: score((facts?.lacks ?? []).map(name), (wanted ?? []).map(name)),
      }
    }),
  )
  return {
    posts: total(results.map(result => result.posts)),
    lacks: total(results.map(result => result.lacks)),
  }
}

function foundPlaces(file: string, name: string): string[] {
  const postDate = dateInFileName(basename(file))
  const { updates, banner } = findUpdates(
    readFileSync(file, 'utf8'),
    postDate === undefined ? {} : { postDate },
  )
  return [
    ...places(name, updates),
    ...(banner ? [`${name}:${banner.line} banner ${banner.dates[0] ?? null}`] : []),
  ]
}

/** Line and date both count. */
function places(name: string, updates: readonly Place[]): string[] {
  return updates.map(({ line, date }) => `${name}:${line} ${date ?? 'no date'}`)
}

function postsOf(blogs: string, author: string): string[] {
  return globSync(`${author}/source/**/*.{md,markdown}`, { cwd: blogs }).toSorted()
}

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T[]
}
