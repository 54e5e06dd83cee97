import { useMemo } from 'react'
import { type ChangedPlace, changedPlaces } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { offsetOfLine } from '../problems/problem-lines.ts'
import { Badge } from '../ui/Badge.tsx'
import styles from './RowList.module.css'
import { useFirstPublished } from './use-first-published.ts'

export interface ChangedPlacesProps {
  readonly path: string | undefined
  readonly text: string
}

/** Where the post is not as readers first saw it, so that an update can tell them; nothing where all is as it was. */
export function ChangedPlaces({ path, text }: ChangedPlacesProps) {
  const first = useFirstPublished(path)
  const places = useMemo(
    () => (first === undefined || first === text ? [] : changedPlaces(first, text)),
    [first, text],
  )
  if (places.length === 0) return null
  return (
    <section aria-label="Changed since readers first saw it">
      <h2 className={styles.heading}>Changed since readers first saw it</h2>
      <ul className={styles.list}>
        {places.map(place => (
          <Place key={`${place.type} ${place.line}`} place={place} />
        ))}
      </ul>
    </section>
  )
}

function Place({ place }: { readonly place: ChangedPlace }) {
  const { editor } = useLectern()
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        onClick={() => editor.reveal(offsetOfLine(editor.doc(), place.line))}
      >
        <span className={place.type === 'removed' ? styles.removed : styles.words}>{place.text}</span>
        <span className={styles.facts}>
          <Badge>{place.type}</Badge> line {place.line}
        </span>
      </button>
    </li>
  )
}
