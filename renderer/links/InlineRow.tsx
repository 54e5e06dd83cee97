import { type LinkUse, toReferences } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import styles from '../panels/RowList.module.css'
import { Button } from '../ui/Button.tsx'
import { changeLinks } from './change-links.ts'

/** A link that carries its address, and making a reference of it. */
export function InlineRow({ use }: { readonly use: LinkUse }) {
  const lectern = useLectern()
  const { house } = lectern.links.get()
  const words = use.text || (use.type === 'image' ? 'Picture without words' : 'Link')
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => lectern.editor.reveal(use.span.from)}>
        <span className={styles.title}>{words}</span>
        <span className={styles.facts}>
          <span className={styles.url}>{use.url}</span>
        </span>
      </button>
      <div className={styles.actions}>
        <Button
          look="quiet"
          aria-label={`Make a reference of ${words}`}
          onClick={() =>
            changeLinks(lectern, 'Made it a reference', source =>
              toReferences(source, { house, within: use.textSpan }),
            )
          }
        >
          To reference
        </Button>
      </div>
    </li>
  )
}
