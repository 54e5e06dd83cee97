import type { TextEdit } from '../text/index.ts'
import { boolean, list, number, oneOf, optional, record, repoPath, text } from './arguments.ts'
import type { RepoPath, Version } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

export interface SearchQuery {
  readonly text: string
  /** `words`: posts that hold all of them, anywhere. `exact`: the text as it is. `expression`: a regular expression. */
  readonly kind: 'words' | 'exact' | 'expression'
  readonly matchCase: boolean
  readonly wholeWord: boolean
  readonly where: 'everywhere' | 'front-matter' | 'body'
  /** At most so many posts are given, of each its first hundred matches, and with a replacement all. */
  readonly mostPosts: number
  /**
   * What is to stand in the place of each match. For an expression `$1`, `$<name>` and `$&` are what it found, `$$` is a
   * dollar sign.
   */
  readonly replacement?: string
}

export interface SearchMatch {
  /** UTF-16 offsets in the post. */
  readonly from: number
  readonly to: number
  /** From 1. */
  readonly line: number
  /** The line it stands in, shortened around the match, and where the match is in that. */
  readonly excerpt: string
  readonly excerptFrom: number
  readonly excerptTo: number
  /** What the query's replacement makes of this match. */
  readonly insert?: string
}

export interface FoundPost {
  readonly path: RepoPath
  readonly version: Version
  readonly matches: readonly SearchMatch[]
  /** It is no UTF-8, and can only be read. */
  readonly readOnly?: true
}

export interface SearchResult {
  /** Newest names first. */
  readonly posts: readonly FoundPost[]
  /** More posts match than are shown. */
  readonly isCut: boolean
}

/** What is to be changed in one post; the edits of matches the writer left out are left out. */
export interface Replacement {
  readonly path: RepoPath
  readonly baseVersion: Version
  readonly edits: readonly TextEdit[]
}

export interface SearchApi {
  /**
   * Searches all posts, drafts and pages of the open folder. A regular expression is stopped after a second of work
   * ('search.too-slow'); `^` and `$` are the ends of lines, and it may say more lines with `[^]`.
   */
  searchPosts(query: SearchQuery): Promise<SearchResult>
  /** Changes all these posts or, when one of them was changed meanwhile, none ('post.changed-on-disk'). */
  replaceInPosts(replacements: readonly Replacement[]): Promise<{ readonly replaceId: string }>
  /** Takes a replacement back, except in posts that were changed since, which it names. */
  undoReplace(replaceId: string): Promise<{ readonly changedSince: readonly RepoPath[] }>
}

const query = record<SearchQuery>({
  text,
  kind: oneOf('words', 'exact', 'expression'),
  matchCase: boolean,
  wholeWord: boolean,
  where: oneOf('everywhere', 'front-matter', 'body'),
  mostPosts: number,
  replacement: optional(text),
})

const edit = record<TextEdit>({ from: number, to: number, insert: text })

const replacement = record<Replacement>({ path: repoPath, baseVersion: text, edits: list(edit) })

export const searchMethods: MethodTable<SearchApi> = {
  searchPosts: ([value]) => [query(value)],
  replaceInPosts: ([values]) => [list(replacement)(values)],
  undoReplace: ([id]) => [text(id)],
}
