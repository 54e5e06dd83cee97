import { useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Differences } from './Differences.tsx'
import styles from './PreviewBar.module.css'
import { previewViewKey, previewViewOf, previewViews } from './preview-view.ts'

/** What the preview shows, and where the published page may differ from it. */
export function PreviewBar() {
  const { settings, preview } = useLectern()
  useSettings()
  const view = previewViewOf(settings, useStore(preview.state).isDressed)
  const { theme } = useStore(preview.remoteTheme)
  return (
    <div className={styles.bar}>
      <div className={styles.views} role="group" aria-label="The preview shows">
        {previewViews.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={styles.view}
            aria-pressed={id === view}
            onClick={() => settings.set('folder', previewViewKey, id)}
          >
            {label}
          </button>
        ))}
      </div>
      {(view === 'page' || theme) && <Differences />}
    </div>
  )
}
