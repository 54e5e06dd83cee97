import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { RepoPath } from '../../core/contract/index.ts'
import type { KeptRow } from '../export/kept-posts.ts'
import type { PostGroup } from './groups.ts'
import { dragPost } from '../links/use-post-drop.ts'
import { PostRow } from './PostRow.tsx'
import styles from './PostList.module.css'
import { useVisibleRange } from './use-visible-range.ts'

export interface PostListProps {
  readonly groups: readonly PostGroup[]
  readonly open: RepoPath | undefined
  readonly unsaved: ReadonlySet<RepoPath>
  /** Posts that wait for their date. */
  readonly kept: readonly KeptRow[]
  /** `beside`: as the second post. */
  readonly onOpen: (path: RepoPath, beside?: boolean) => void
}

/** Heights in rem; the list knows where a row stands without asking the page. */
const rowHeight = 3.25
const headingHeight = 2

/** The list, of which only what is in sight is made: a folder may hold ten thousand posts. One tab stop; arrows move. */
export function PostList({ groups, open, unsaved, kept, onOpen }: PostListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const range = useVisibleRange(list)
  const paths = groups.flatMap(group => group.posts.map(post => post.path))
  // The mark of the arrow keys holds until another post is opened.
  const [mark, setMark] = useState<{
    readonly path: RepoPath | undefined
    readonly while: RepoPath | undefined
  }>()
  const marked = mark && mark.while === open ? mark.path : open
  const current = marked !== undefined && paths.includes(marked) ? marked : paths[0]
  const setMarked = (path: RepoPath | undefined) => setMark({ path, while: open })

  useEffect(() => {
    if (current !== undefined) scrollTo(list.current!, topOf(groups, current))
  }, [current, groups])

  const onKeyDown = (event: KeyboardEvent) => {
    const at = current === undefined ? -1 : paths.indexOf(current)
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: paths.length - 1,
    }[event.key]
    if (next !== undefined) setMarked(paths[Math.min(Math.max(next, 0), paths.length - 1)])
    else if ((event.key === 'Enter' || event.key === ' ') && current !== undefined) onOpen(current)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Posts"
      aria-activedescendant={current && optionId(id, current)}
      tabIndex={0}
      data-pane-focus
      onKeyDown={onKeyDown}
    >
      {groups.map((group, groupIndex) => {
        const groupTop = heightOf(groups.slice(0, groupIndex))
        return (
          <div
            key={group.id}
            role="group"
            aria-label={group.label}
            className={styles.group}
            style={{ height: `${heightOf([group])}rem` }}
          >
            <div className={styles.heading} aria-hidden="true">
              {group.label}
              <span className={styles.count}>{group.posts.length.toLocaleString()}</span>
            </div>
            {group.posts.map((post, index) => {
              const rowTop = headingHeight + index * rowHeight
              const inSight = groupTop + rowTop < range.to && groupTop + rowTop + rowHeight > range.from
              if (!inSight && post.path !== current) return null
              return (
                <div
                  key={post.path}
                  id={optionId(id, post.path)}
                  role="option"
                  aria-selected={post.path === open}
                  aria-posinset={index + 1}
                  aria-setsize={group.posts.length}
                  data-marked={post.path === current}
                  className={styles.row}
                  style={{ top: `${rowTop}rem`, height: `${rowHeight}rem` }}
                  title={post.title}
                  draggable
                  onDragStart={event => dragPost(event, post)}
                  onClick={event => {
                    setMarked(post.path)
                    onOpen(post.path, event.ctrlKey || event.metaKey)
                  }}
                >
                  <PostRow
                    post={post}
                    unsaved={unsaved.has(post.path)}
                    kept={kept.find(row => row.path === post.path)}
                  />
                </div>
              )
            })}
          </div>
        )
      })}
    </div>
  )
}

function optionId(list: string, path: RepoPath): string {
  return `${list}-${path}`
}

function heightOf(groups: readonly PostGroup[]): number {
  return groups.reduce((height, group) => height + headingHeight + group.posts.length * rowHeight, 0)
}

/** Where a row begins, in rem from the top of the list. */
function topOf(groups: readonly PostGroup[], path: RepoPath): number {
  const at = groups.findIndex(group => group.posts.some(post => post.path === path))
  if (at < 0) return 0
  const index = groups[at]!.posts.findIndex(post => post.path === path)
  return heightOf(groups.slice(0, at)) + headingHeight + index * rowHeight
}

/** Brings a row into sight, under the heading that sticks to the top. */
function scrollTo(list: HTMLElement, topRem: number): void {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const top = (topRem - headingHeight) * rem
  const bottom = (topRem + rowHeight) * rem
  if (list.scrollTop > top) list.scrollTop = top
  else if (list.scrollTop + list.clientHeight < bottom) list.scrollTop = bottom - list.clientHeight
}
