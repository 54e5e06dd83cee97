import { useMemo, useRef, useState } from 'react'
import { useUnsavedPosts } from '../beside/use-unsaved-posts.ts'
import { useDocument, useLectern, useWorkspace } from '../app/lectern-context.ts'
import { useKeptPosts } from '../export/use-kept-posts.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { FilterField } from './FilterField.tsx'
import { filterPosts, groupPosts } from './groups.ts'
import styles from './Library.module.css'
import { PostList } from './PostList.tsx'

/** The posts of the open folder: all, or those that fit what is typed. */
export function Library() {
  const { beside, desk, notices } = useLectern()
  const { posts, status } = useWorkspace()
  const { path } = useDocument('path')
  const [typed, setTyped] = useState('')
  const kept = useKeptPosts()
  const place = useRef<HTMLDivElement>(null)
  const unsaved = useUnsavedPosts()
  const shown = useMemo(() => filterPosts(posts, typed, unsaved), [posts, typed, unsaved])
  const groups = useMemo(() => groupPosts(shown), [shown])
  const open = (wanted: string, asSecond = false) =>
    void (asSecond ? beside.open(wanted) : desk.open(wanted)).catch(notices.report)

  return (
    <div ref={place} className={styles.library}>
      <FilterField
        value={typed}
        found={shown.length}
        onChange={setTyped}
        onEnter={() => shown[0] && open(groups[0]!.posts[0]!.path)}
        onDown={() => place.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()}
      />
      {shown.length > 0 ? (
        <PostList groups={groups} open={path} unsaved={unsaved} kept={kept} onOpen={open} />
      ) : (
        <div className={styles.nothing}>
          <Nothing status={status} typed={typed} onClear={() => setTyped('')} />
        </div>
      )}
    </div>
  )
}

interface NothingProps {
  readonly status: 'opening' | 'open' | 'failed'
  readonly typed: string
  readonly onClear: () => void
}

/** Why the list is empty, and what to do about it. */
function Nothing({ status, typed, onClear }: NothingProps) {
  const { dialogs, workspaceDesk } = useLectern()
  const { failure, workspace } = useWorkspace()
  const openFolder = <Button onClick={() => dialogs.open('open-folder')}>Open a folder…</Button>
  if (status === 'opening') return <Skeleton />
  if (status === 'failed')
    return (
      <EmptyState
        title="This folder cannot be read"
        actions={
          <>
            <Button onClick={() => void workspaceDesk.start()}>Try again</Button>
            {openFolder}
          </>
        }
      >
        {failure}
      </EmptyState>
    )
  if (typed.trim() !== '')
    return (
      <EmptyState
        title={`Nothing fits “${typed.trim()}”`}
        actions={<Button onClick={onClear}>Show all</Button>}
      >
        Titles, file names, dates and states are searched.
      </EmptyState>
    )
  return (
    <EmptyState title="No posts here yet" actions={openFolder}>
      {workspace?.name} holds no Markdown that Jekyll would publish.
    </EmptyState>
  )
}

const skeletonRows = [72, 54, 88, 61, 80, 47, 69]

function Skeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-label="Reading the folder">
      {skeletonRows.map(width => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
