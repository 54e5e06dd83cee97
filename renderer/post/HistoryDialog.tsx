import { useEffect, useState } from 'react'
import type { PostVersion } from '../../core/contract/index.ts'
import { minimalEdit, unifiedDiff } from '../../core/text/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { readShape } from '../state/file-shape.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Diff } from '../ui/Diff.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './HistoryDialog.module.css'

/** Earlier texts of the open post: what differs from now, and the way back, which is one undoable edit. */
export function HistoryDialog({ onClose }: DialogProps) {
  const { document, editor, host, notices } = useLectern()
  const [path] = useState(() => document.get().path ?? '')
  const [versions, setVersions] = useState<readonly PostVersion[]>()
  const [chosen, setChosen] = useState<PostVersion>()
  const [text, setText] = useState<string>()

  useEffect(() => {
    host.listVersions(path).then(found => {
      setVersions(found)
      setChosen(found[0])
    }, notices.report)
  }, [host, notices, path])

  useEffect(() => {
    if (!chosen) return
    let current = true
    host
      .readVersion(path, chosen.version)
      .then(source => current && setText(readShape(source).text), notices.report)
    return () => {
      current = false
    }
  }, [host, notices, path, chosen])

  function restore(): void {
    const edit = text !== undefined && minimalEdit(editor.text(), text)
    if (edit) editor.apply({ edits: [edit] }, 'Brought back an earlier version')
    onClose()
  }

  const diff = text === undefined ? '' : unifiedDiff(path, text, editor.text())
  return (
    <Dialog
      title="Versions of this post"
      lead={path}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {versions?.length !== 0 && (
            <Button look="primary" disabled={diff === ''} onClick={restore}>
              Bring it back
            </Button>
          )}
        </>
      }
    >
      {versions?.length === 0 && (
        <EmptyState title="No earlier versions yet">
          Each save keeps one, outside your posts folder.
        </EmptyState>
      )}
      {versions && versions.length > 0 && (
        <div className={styles.history}>
          <ul className={styles.versions} aria-label="Versions">
            {versions.map(version => (
              <li key={version.version}>
                <button
                  type="button"
                  className={styles.version}
                  aria-current={version === chosen}
                  onClick={() => setChosen(version)}
                >
                  {new Date(version.at).toLocaleString(undefined, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                  <span>{reasons[version.reason]}</span>
                </button>
              </li>
            ))}
          </ul>
          {diff === '' ? (
            <p className={styles.same}>The same text as now.</p>
          ) : (
            <Diff diff={diff} label="What changed since then" />
          )}
        </div>
      )}
    </Dialog>
  )
}

const reasons = { saved: 'saved here', found: 'found on disk', 'set-aside': 'set aside' } as const
