import { type ReactNode, useEffect, useRef } from 'react'
import { useDocument, useLectern, useWorkspace } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import styles from './EditorPane.module.css'
import { useEditorModes } from './use-editor-modes.ts'

export interface EditorPaneProps {
  readonly label?: string
  /** Stands over the text. */
  readonly header?: ReactNode
}

/** Mounts the editor and then leaves it alone. */
export function EditorPane({ label = 'Editor', header }: EditorPaneProps) {
  const { editor } = useLectern()
  const { path, failure, readOnly, isCut } = useDocument('path', 'failure', 'readOnly', 'isCut')
  const { settled, status } = useWorkspace()
  useEditorModes()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current!.append(editor.view.dom)
    editor.view.requestMeasure()
  }, [editor])
  const nothing = path === undefined || failure !== undefined
  return (
    <section className={styles.pane} aria-label={label}>
      {header}
      {readOnly !== undefined && <Notice tone="warning">{readOnly}</Notice>}
      {isCut && (
        <Notice tone="warning">
          This text is very long. All of it is kept and saved; preview, problems, spelling and panels read its
          beginning only.
        </Notice>
      )}
      <div ref={place} className={styles.place} hidden={nothing} />
      {failure !== undefined && <EmptyState title="This post cannot be opened">{failure}</EmptyState>}
      {path === undefined && failure === undefined && settled && status === 'open' && <NoPost />}
    </section>
  )
}

function NoPost() {
  const { dialogs } = useLectern()
  const { posts } = useWorkspace()
  const hasPosts = posts.length > 0
  return (
    <EmptyState
      title="No post is open"
      actions={
        <>
          {hasPosts && <Button onClick={() => dialogs.open('quick-open')}>Open a post…</Button>}
          <Button look={hasPosts ? 'plain' : 'primary'} icon="add" onClick={() => dialogs.open('new-post')}>
            New talk post…
          </Button>
        </>
      }
    >
      {hasPosts ? 'Choose one from the list, or begin one.' : 'Begin the first one.'}
    </EmptyState>
  )
}
