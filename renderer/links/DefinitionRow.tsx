import type { Definition, LinkUse } from '../../core/post/index.ts'
import { toInline } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import styles from '../panels/RowList.module.css'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { changeLinks } from './change-links.ts'

export interface DefinitionRowProps {
  readonly definition: Definition
  readonly uses: readonly LinkUse[]
}

/** A definition, the links that use it, and what can be done to it. */
export function DefinitionRow({ definition, uses }: DefinitionRowProps) {
  const lectern = useLectern()
  const { editor, dialogs } = lectern
  const { label, url, overruled, span } = definition
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.reveal(span.from)}>
        <span className={styles.title}>{label}</span>
        <span className={styles.facts}>
          <span className={styles.url}>{url}</span>
          {overruled && <Badge tone="warning">overruled by a later one</Badge>}
          {!overruled && uses.length === 0 && <Badge>unused</Badge>}
        </span>
      </button>
      {uses.length > 0 && (
        <div className={styles.uses} role="group" aria-label={`Links with ${label}`}>
          {uses.map(use => (
            <Button key={use.span.from} look="link" onClick={() => editor.reveal(use.span.from)}>
              {use.text.replace(/\s+/g, ' ') || 'Link'}
            </Button>
          ))}
        </div>
      )}
      <details className={styles.more}>
        <summary aria-label={`More for ${label}`}>More</summary>
        <div className={styles.actions}>
          <Button look="quiet" onClick={() => dialogs.open('rename-label', label)}>
            Rename…
          </Button>
          {uses.length > 0 && (
            <Button
              look="quiet"
              onClick={() =>
                changeLinks(lectern, 'Put the address in', source => toInline(source, { of: label }))
              }
            >
              Inline
            </Button>
          )}
          <Button look="quiet" onClick={() => dialogs.open('link-places', url)}>
            Where else…
          </Button>
        </div>
      </details>
    </li>
  )
}
