import { useEffect, useRef } from 'react'
import { useLectern, useSettings } from '../app/lectern-context.ts'
import styles from './PreviewPane.module.css'

/** The rendered post, in a frame of another origin. */
export function PreviewPane() {
  const { preview } = useLectern()
  useSettings()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => preview.attach(frame.current!), [preview])
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
        src={preview.frameUrl()}
        data-pane-focus
      />
    </section>
  )
}
