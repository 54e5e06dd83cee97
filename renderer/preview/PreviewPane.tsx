import { useEffect, useRef } from 'react'
import { useDocument, useLectern, useRenderedPage, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Notice } from '../ui/Notice.tsx'
import { HtmlSource } from './HtmlSource.tsx'
import { PreviewBar } from './PreviewBar.tsx'
import styles from './PreviewPane.module.css'
import { previewViewOf } from './preview-view.ts'

/** The rendered post, in a frame of another origin, and under it what is wrong with the rendering. */
export function PreviewPane({ visible }: { readonly visible: boolean }) {
  const { preview, settings } = useLectern()
  const { path, failure } = useDocument('path', 'failure')
  const { trouble } = useRenderedPage('trouble')
  useSettings()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => preview.moveInto(place.current!), [preview])
  useEffect(() => preview.setVisible(visible), [preview, visible])
  const nothing = path === undefined || failure !== undefined
  const { isDressed } = useStore(preview.state)
  const showsHtml = !nothing && previewViewOf(settings, isDressed) === 'html'
  return (
    <section className={styles.pane} aria-label="Preview">
      {!nothing && <PreviewBar />}
      <div ref={place} className={styles.place} hidden={nothing || showsHtml} />
      {showsHtml && <HtmlSource />}
      {trouble !== undefined && !nothing && (
        <div className={styles.trouble}>
          <Notice tone="warning">{trouble}</Notice>
        </div>
      )}
    </section>
  )
}
