import { useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PreviewBar.module.css'
import { styleHosts, styleHostsKey } from './frame-look.ts'
import { differencesOf } from './preview-state.ts'

/** Where the published page may differ from the preview, and what the writer can do about it. */
export function Differences() {
  const { preview, settings } = useLectern()
  useSettings()
  const state = useStore(preview.state)
  const differences = differencesOf(state)
  const allowed = styleHosts(settings)
  const wanted = state.hosts.filter(host => !allowed.includes(host))
  if (differences.length === 0 && allowed.length === 0) return null
  const allow = (hosts: readonly string[]): void => settings.set('folder', styleHostsKey, hosts)
  return (
    <details className={styles.differences}>
      <summary>
        {differences.length > 0
          ? `May differ from the site: ${differences.length}`
          : 'Styles of other hosts are loaded'}
      </summary>
      <div className={styles.sheet}>
        <ul>
          {differences.map(difference => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
        {wanted.length > 0 && (
          <Button onClick={() => allow([...allowed, ...wanted])}>
            Load styles and fonts from {namesOf(wanted)}
          </Button>
        )}
        {allowed.length > 0 && (
          <Button onClick={() => allow([])}>Load nothing more from {namesOf(allowed)}</Button>
        )}
      </div>
    </details>
  )
}

function namesOf(origins: readonly string[]): string {
  return origins.map(origin => new URL(origin).host).join(', ')
}
