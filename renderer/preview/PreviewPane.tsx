import { useEffect, useRef } from 'react'
import { useDocument, useLectern, useRenderedPage } from '../app/lectern-context.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './PreviewPane.module.css'

/** The rendered post, in a frame of another origin, and under it what is wrong with the rendering. */
export function PreviewPane({ visible }: { readonly visible: boolean }) {
  const { preview } = useLectern()
  const { path, failure } = useDocument()
  const { trouble } = useRenderedPage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => preview.moveInto(place.current!), [preview])
  useEffect(() => preview.setVisible(visible), [preview, visible])
  const nothing = path === undefined || failure !== undefined
  return (
    <section className={styles.pane} aria-label="Preview">
      <div ref={place} className={styles.place} hidden={nothing} />
      {trouble !== undefined && !nothing && (
        <div className={styles.trouble}>
          <Notice tone="warning">{trouble}</Notice>
        </div>
      )}
    </section>
  )
}
