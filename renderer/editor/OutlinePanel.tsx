import { useDeferredValue, useMemo } from 'react'
import { findHeadings } from '../../core/post/writing/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './OutlinePanel.module.css'

/** The headings of the post; a click goes to one. */
export function OutlinePanel() {
  const { editor } = useLectern()
  const { text, selection } = useDocument('text', 'selection')
  const shown = useDeferredValue(text)
  const headings = useMemo(() => findHeadings(shown), [shown])
  if (headings.length === 0)
    return <EmptyState title="No headings yet">Lines that begin with # are listed here.</EmptyState>
  const current = headings.findLast(heading => heading.offset <= selection.to)
  const top = Math.min(...headings.map(heading => heading.level))
  return (
    <ol className={styles.outline}>
      {headings.map((heading, index) => (
        // By its place: an offset is another one after each edit above it.
        <li key={index}>
          <button
            type="button"
            className={styles.heading}
            style={{ paddingLeft: `calc(var(--space-2) + ${heading.level - top} * var(--space-4))` }}
            aria-current={heading === current ? 'location' : undefined}
            onClick={() => editor.reveal(heading.offset)}
          >
            {heading.text || 'Empty heading'}
          </button>
        </li>
      ))}
    </ol>
  )
}
