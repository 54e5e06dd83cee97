import type { PostSummary } from '../../core/contract/index.ts'
import type { KeptRow } from '../export/kept-posts.ts'
import { Badge } from '../ui/Badge.tsx'
import styles from './PostRow.module.css'
import { showDay } from './show-day.ts'

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
            Conflict copy
          </Badge>
        )}
        {unsaved ? <Badge tone="accent">Unsaved</Badge> : <GitState git={post.git} />}
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
          Future
        </Badge>
      )
    case 'unpublished':
      return (
        <Badge tone="warning" title="Its front matter says published: false">
          Hidden
        </Badge>
      )
    case 'draft':
      return <Badge>Draft</Badge>
    case 'published':
      return <span className="visually-hidden">Published</span>
  }
}

function GitState({ git }: { readonly git: PostSummary['git'] }) {
  switch (git) {
    case 'edited':
      return (
        <Badge tone="accent" title="Changed since the last commit">
          Edited
        </Badge>
      )
    case 'untracked':
      return (
        <Badge tone="accent" title="Not in git yet">
          New
        </Badge>
      )
    case 'committed-not-pushed':
      return (
        <Badge tone="ok" title="Committed here, not pushed yet">
          Not pushed
        </Badge>
      )
    case 'clean':
    case undefined:
      return null
  }
}
