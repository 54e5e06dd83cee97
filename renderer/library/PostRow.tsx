import type { PostSummary } from '../../core/contract/index.ts'
import type { KeptRow } from '../export/kept-posts.ts'
import { Badge } from '../ui/Badge.tsx'
import styles from './PostRow.module.css'
import { showDay } from './show-day.ts'
import { conflictWords, gitWords, stateWords, unsavedWord } from './state-words.ts'

export interface PostRowProps {
  readonly post: PostSummary
  /** There is text in the editor that the file does not have. */
  readonly unsaved: boolean
  /** It is kept here until its date. */
  readonly kept?: KeptRow | undefined
}

/** Title, date and what is special about a post. */
export function PostRow({ post, unsaved, kept }: PostRowProps) {
  return (
    <>
      <span className={styles.title}>{post.title}</span>
      <span className={styles.facts}>
        {!kept && <span className={styles.day}>{post.date ? showDay(post.date) : folderOf(post)}</span>}
        {kept ? <KeptState kept={kept} /> : <State post={post} />}
        {post.conflictOf !== undefined && (
          <Badge tone="warning" title={`Another version of ${post.conflictOf}, kept beside it`}>
            {conflictWords}
          </Badge>
        )}
        {unsaved ? <Badge tone="accent">{unsavedWord}</Badge> : <GitState git={post.git} />}
      </span>
    </>
  )
}

function KeptState({ kept }: { readonly kept: KeptRow }) {
  const { when } = kept
  return kept.isReady ? (
    <Badge tone="ok" title={`Ready to publish since ${when}`}>
      Ready since {when}
    </Badge>
  ) : (
    <Badge tone="warning" title="Kept here until a build would show it">
      Kept until {when}
    </Badge>
  )
}

function folderOf(post: PostSummary): string {
  return post.kind === 'page' ? post.path : post.path.split('/').slice(0, -1).join('/')
}

function State({ post }: { readonly post: PostSummary }) {
  if (post.kind === 'page') return null
  switch (post.state) {
    case 'future':
      return (
        <Badge tone="warning" title="Its date is still to come: the site leaves it out until then">
          {stateWords.future}
        </Badge>
      )
    case 'unpublished':
      return (
        <Badge tone="warning" title="Its front matter says published: false">
          {stateWords.unpublished}
        </Badge>
      )
    case 'draft':
      return <Badge>{stateWords.draft}</Badge>
    case 'published':
      return <span className="visually-hidden">{stateWords.published}</span>
  }
}

function GitState({ git }: { readonly git: PostSummary['git'] }) {
  switch (git) {
    case 'edited':
      return (
        <Badge tone="accent" title="Changed since the last commit">
          {gitWords.edited}
        </Badge>
      )
    case 'untracked':
      return (
        <Badge tone="accent" title="Not in git yet">
          {gitWords.untracked}
        </Badge>
      )
    case 'committed-not-pushed':
      return (
        <Badge tone="ok" title="Committed here, not pushed yet">
          {gitWords['committed-not-pushed']}
        </Badge>
      )
    case 'clean':
    case undefined:
      return null
  }
}
