import { relative, sep } from 'node:path'
import type { AuthorApi } from '../../core/contract/index.ts'
import { readBoard } from '../../core/post/index.ts'
import { readPostsBelow } from './author-posts.ts'

/** Reads the posts of a folder for what they tell together. */
export function createAuthor(folder: string): AuthorApi {
  const posts = () => readPostsBelow(folder)
  return {
    async listTalks(today) {
      const found = await posts()
      return readBoard(
        found.map(({ file, source }) => ({ path: relative(folder, file).split(sep).join('/'), source })),
        today,
      )
    },
    async newestSources(count) {
      const found = await posts()
      return found.slice(0, count).map(post => post.source)
    },
  }
}
