import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { AuthorApi } from '../../core/contract/index.ts'
import { type TalkFacts, arrangeBoard, talkFacts } from '../../core/post/index.ts'
import { findPostsBelow, readPosts } from './author-posts.ts'
import { readFirstPublished } from './first-published.ts'
import type { Git } from './git.ts'
import { severalAtATime } from './several-at-a-time.ts'
import { listTemplates } from './templates.ts'

export interface AuthorOptions {
  /** The open folder, absolute. */
  readonly folder: string
  readonly git: () => Promise<Git>
}

/** Reads the posts of a folder for what they tell together. */
export function createAuthor({ folder, git }: AuthorOptions): AuthorApi {
  const talks = createTalkReader(folder)
  return {
    listTalks: async today => arrangeBoard(await talks(today)),
    async newestSources(count) {
      const posts = await readPosts((await findPostsBelow(folder)).slice(0, count))
      return posts.map(post => post.source)
    },
    firstPublished: async path => readFirstPublished(await git(), folder, path),
    listTemplates: () => listTemplates(folder),
  }
}

interface KnownFacts {
  /** Of the file when it was read. */
  readonly mark: string
  readonly facts: TalkFacts | undefined
}

/** The facts of all talk posts; a file that is as it was is not read again on the same day. */
function createTalkReader(folder: string): (today: string) => Promise<(TalkFacts & { path: string })[]> {
  let known = new Map<string, KnownFacts>()
  let knownDay = ''

  async function factsOf(file: string, path: string, today: string): Promise<KnownFacts | undefined> {
    const mark = await markOf(file)
    const before = known.get(path)
    if (mark === undefined) return undefined
    if (knownDay === today && before?.mark === mark) return before
    const [post] = await readPosts([file])
    return post && { mark, facts: talkFacts(post.source, { path, today }) }
  }

  return async today => {
    const paths = await findPostsBelow(folder)
    const rows = await severalAtATime(paths, async file => {
      const path = relative(folder, file).split(sep).join('/')
      return { path, read: await factsOf(file, path, today) }
    })
    known = new Map(rows.flatMap(({ path, read }) => (read ? [[path, read] as const] : [])))
    knownDay = today
    return rows.flatMap(({ path, read }) => (read?.facts ? [{ path, ...read.facts }] : []))
  }
}

/** Differs when a file was written; undefined for a file that is gone. */
async function markOf(file: string): Promise<string | undefined> {
  return stat(file, { bigint: true }).then(
    ({ mtimeNs, ctimeNs, size, ino }) => `${mtimeNs} ${ctimeNs} ${size} ${ino}`,
    () => undefined,
  )
}
