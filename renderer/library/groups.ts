import type { PostSummary } from '../../core/contract/index.ts'
import { plain } from '../ui/rank.ts'
import { showDay } from './show-day.ts'
import { conflictWords, gitWords, stateWords, unsavedWord } from './state-words.ts'

export interface PostGroup {
  readonly id: PostSummary['kind']
  readonly label: string
  readonly posts: readonly PostSummary[]
}

const labels = { draft: 'Drafts', post: 'Posts', page: 'Pages' } as const

/** The list as it is shown: drafts, posts, pages, each in the order given; groups without a post are left out. */
export function groupPosts(posts: readonly PostSummary[]): readonly PostGroup[] {
  const kinds = Object.keys(labels) as PostSummary['kind'][]
  return kinds
    .map(kind => ({ id: kind, label: labels[kind], posts: posts.filter(post => post.kind === kind) }))
    .filter(group => group.posts.length > 0)
}

/** The posts whose title, path, date or states have every typed word in them, the states as the list calls them. */
export function filterPosts(
  posts: readonly PostSummary[],
  typed: string,
  unsaved: ReadonlySet<string>,
): readonly PostSummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return posts
  return posts.filter(post => {
    const text = unsaved.has(post.path) ? `${searchText(post)} ${plain(unsavedWord)}` : searchText(post)
    return words.every(word => text.includes(word))
  })
}

const searchTexts = new WeakMap<PostSummary, string>()

function searchText(post: PostSummary): string {
  const known = searchTexts.get(post)
  if (known !== undefined) return known
  const day = post.date ? `${post.date.slice(0, 10)} ${showDay(post.date)}` : ''
  const states = [
    post.state,
    stateWords[post.state],
    post.git && gitWords[post.git],
    post.conflictOf && conflictWords,
  ]
  const text = plain([post.title, post.path, day, ...states].join(' '))
  searchTexts.set(post, text)
  return text
}
