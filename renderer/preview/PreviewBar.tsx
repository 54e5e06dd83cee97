import { useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import styles from './PreviewBar.module.css'
import { differencesOf } from './preview-state.ts'
import { previewViewKey, previewViewOf, previewViews } from './preview-view.ts'

/** What the preview shows, and where the published page may differ from it. */
export function PreviewBar() {
  const { settings } = useLectern()
  useSettings()
  const view = previewViewOf(settings)
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
      {view === 'page' && <Differences />}
    </div>
  )
}

function Differences() {
  const { preview } = useLectern()
  const differences = differencesOf(useStore(preview.state))
  if (differences.length === 0) return null
  return (
    <details className={styles.differences}>
      <summary>May differ from the site: {differences.length}</summary>
      <ul>
        {differences.map(difference => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </details>
  )
}
