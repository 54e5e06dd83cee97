import { useState } from 'react'
import type { FoundPost, SearchMatch } from '../../core/contract/index.ts'
import { Button } from '../ui/Button.tsx'
import { matchKey } from './chosen-replacements.ts'
import styles from './Search.module.css'

export interface SearchResultsProps {
  readonly posts: readonly FoundPost[]
  readonly titleOf: (path: string) => string
  /** Each match can be chosen, and shows what it becomes. */
  readonly replacing: boolean
  readonly leftOut: ReadonlySet<string>
  readonly onChoose: (keys: readonly string[], wanted: boolean) => void
  readonly onOpen: (path: string, match: SearchMatch) => void
}

/** So many posts, and matches of one, are shown before the writer asks for more. */
const postsAtOnce = 60
const matchesAtOnce = 100

/** What was found, by post. */
export function SearchResults({ posts, titleOf, ...rest }: SearchResultsProps) {
  const [shown, setShown] = useState(postsAtOnce)
  return (
    <>
      <ul className={styles.posts} aria-label="Found in">
        {posts.slice(0, shown).map(post => (
          <li key={post.path}>
            <FoundIn post={post} title={titleOf(post.path)} {...rest} />
          </li>
        ))}
      </ul>
      {posts.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + postsAtOnce)}>
          Show more of the other {posts.length - shown} posts
        </Button>
      )}
    </>
  )
}

type FoundInProps = Omit<SearchResultsProps, 'posts' | 'titleOf'> & {
  readonly post: FoundPost
  readonly title: string
}

function FoundIn({ post, title, replacing, leftOut, onChoose, onOpen }: FoundInProps) {
  const { path, matches } = post
  const [shown, setShown] = useState(matchesAtOnce)
  const keys = matches.map(match => matchKey(path, match))
  const isFixed = post.readOnly === true
  const chosen = keys.filter(key => !leftOut.has(key)).length
  return (
    <section aria-label={title === path ? path : `${title}, ${path}`}>
      <h3 className={styles.post}>
        {replacing && !isFixed && (
          <input
            type="checkbox"
            aria-label={`All of ${title}`}
            checked={chosen > 0}
            ref={box => {
              if (box) box.indeterminate = chosen > 0 && chosen < keys.length
            }}
            onChange={event => onChoose(keys, event.currentTarget.checked)}
          />
        )}
        <span className={styles.title}>{title}</span>
        <span className={styles.path} title={path}>
          {path}
        </span>
        <span className={styles.count}>{matches.length}</span>
        {replacing && isFixed && <span className={styles.path}>No UTF-8: stays as it is</span>}
      </h3>
      <ul>
        {matches.slice(0, shown).map((match, index) => (
          <li key={match.from} className={styles.match}>
            {replacing && !isFixed && (
              <input
                type="checkbox"
                aria-label={`Line ${match.line}: replace`}
                checked={!leftOut.has(keys[index]!)}
                onChange={event => onChoose([keys[index]!], event.currentTarget.checked)}
              />
            )}
            <button type="button" className={styles.place} onClick={() => onOpen(path, match)}>
              <span className={styles.line}>{match.line}</span>
              <Excerpt match={match} replacing={replacing && !leftOut.has(keys[index]!)} />
            </button>
          </li>
        ))}
      </ul>
      {matches.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + matchesAtOnce)}>
          Show more of the other {matches.length - shown} places
        </Button>
      )}
    </section>
  )
}

function Excerpt({ match, replacing }: { readonly match: SearchMatch; readonly replacing: boolean }) {
  const { excerpt, excerptFrom, excerptTo, insert } = match
  const found = excerpt.slice(excerptFrom, excerptTo)
  return (
    <span className={styles.excerpt}>
      {excerpt.slice(0, excerptFrom).trimStart()}
      {replacing && insert !== undefined ? (
        <>
          <del>{found}</del>
          <ins>{insert}</ins>
        </>
      ) : (
        <mark>{found}</mark>
      )}
      {excerpt.slice(excerptTo)}
    </span>
  )
}
