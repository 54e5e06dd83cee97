import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useDocument, useLectern, useRenderedPage } from '../app/lectern-context.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './PreviewPane.module.css'

/** The rendered post, in a frame of another origin, and under it what is wrong with the rendering. */
export function PreviewPane({ visible }: { readonly visible: boolean }) {
  const { preview } = useLectern()
  const { path, failure } = useDocument()
  const { trouble } = useRenderedPage()
  const frameUrl = useSyncExternalStore(preview.onFrameUrl, preview.frameUrl)
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => preview.attach(frame.current!), [preview])
  useEffect(() => preview.setVisible(visible), [preview, visible])
  const nothing = path === undefined || failure !== undefined
  return (
    <section className={styles.pane} aria-label="Preview">
      <iframe
        ref={frame}
        className={styles.frame}
        title="Preview of the post"
        // Its page is of another origin, so that it cannot take the sandbox off; embeds need an origin of their own.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-same-origin allow-presentation"
        allow="fullscreen; encrypted-media; picture-in-picture"
        src={frameUrl}
        hidden={nothing}
        data-pane-focus
      />
      {trouble !== undefined && !nothing && (
        <div className={styles.trouble}>
          <Notice tone="warning">{trouble}</Notice>
        </div>
      )}
    </section>
  )
}
