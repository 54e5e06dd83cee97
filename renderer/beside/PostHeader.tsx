import type { ReactNode } from 'react'
import { saveSentence } from '../app/StatusBar.tsx'
import { useDocument, useWorkspace } from '../app/lectern-context.ts'
import styles from './Beside.module.css'

/** Which post an editor shows and whether it is saved, where two stand side by side. */
export function PostHeader({ children }: { readonly children?: ReactNode }) {
  const { posts } = useWorkspace()
  const { path, status, readOnly, failure } = useDocument('path', 'status', 'readOnly', 'failure')
  const title = posts.find(post => post.path === path)?.title ?? path
  if (title === undefined) return null
  return (
    <header className={styles.header}>
      <h2 className={styles.title} title={path}>
        {title}
      </h2>
      {failure === undefined && (
        <span className={styles.state} data-state={status.type}>
          {readOnly === undefined ? saveSentence(status) : 'Read only'}
        </span>
      )}
      {children}
    </header>
  )
}
