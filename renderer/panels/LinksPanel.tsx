import { useMemo } from 'react'
import { type Definition, type LinkUse, readLinks } from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './RowList.module.css'

/** The link definitions of the post with how often each is used, and the links that carry their own address. */
export function LinksPanel() {
  const { dialogs } = useLectern()
  const { path, text } = useDocument()
  const { definitions, uses } = useMemo(() => readLinks(text), [text])
  if (path === undefined) return <EmptyState title="No post is open" />
  const action = (
    <Button icon="link" onClick={() => dialogs.open('insert-link')}>
      Link…
    </Button>
  )
  if (definitions.length + uses.length === 0)
    return (
      <EmptyState title="No links yet" actions={action}>
        Select words and link them: the address goes into a block of definitions at the end of the post.
      </EmptyState>
    )
  const inline = uses.filter(use => use.label === undefined)
  return (
    <div className={styles.panel}>
      {definitions.length > 0 && (
        <section aria-label="Definitions">
          <h2 className={styles.heading}>Definitions</h2>
          <ul className={styles.list}>
            {definitions.map(definition => (
              <DefinitionRow key={definition.span.from} definition={definition} uses={uses} />
            ))}
          </ul>
        </section>
      )}
      {inline.length > 0 && (
        <section aria-label="Inline links">
          <h2 className={styles.heading}>Inline links and pictures</h2>
          <ul className={styles.list}>
            {inline.map(use => (
              <InlineRow key={use.span.from} use={use} />
            ))}
          </ul>
        </section>
      )}
      {action}
    </div>
  )
}

function DefinitionRow({
  definition,
  uses,
}: {
  readonly definition: Definition
  readonly uses: readonly LinkUse[]
}) {
  const { editor } = useLectern()
  const count = uses.filter(use => use.label !== undefined && use.url === definition.url).length
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.reveal(definition.span.from)}>
        <span className={styles.title}>{definition.label}</span>
        <span className={styles.facts}>
          <span className={styles.url}>{definition.url}</span>
          {definition.overruled && <Badge tone="warning">overruled by a later one</Badge>}
          {!definition.overruled && count === 0 && <Badge>unused</Badge>}
          {count > 1 && <span>{count} links</span>}
        </span>
      </button>
    </li>
  )
}

function InlineRow({ use }: { readonly use: LinkUse }) {
  const { editor } = useLectern()
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.reveal(use.span.from)}>
        <span className={styles.title}>
          {use.text || (use.type === 'image' ? 'Picture without words' : 'Link')}
        </span>
        <span className={styles.facts}>
          <span className={styles.url}>{use.url}</span>
        </span>
      </button>
    </li>
  )
}
