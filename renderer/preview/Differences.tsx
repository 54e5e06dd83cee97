import { useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PreviewBar.module.css'
import { styleHosts, styleHostsKey } from './frame-look.ts'
import { differencesOf } from './preview-state.ts'
import { RemoteThemeActions } from './RemoteThemeActions.tsx'
import { isThemeMissing } from './remote-theme.ts'

/** Where the published page may differ from the preview, and what the writer can do about it. */
export function Differences() {
  const { preview, settings } = useLectern()
  useSettings()
  const state = useStore(preview.state)
  const remoteTheme = useStore(preview.remoteTheme)
  const differences = differencesOf(state)
  const allowed = styleHosts(settings)
  const wanted = state.hosts.filter(host => !allowed.includes(host))
  if (differences.length === 0 && allowed.length === 0 && !remoteTheme.theme) return null
  const allow = (hosts: readonly string[]): void => settings.set('folder', styleHostsKey, hosts)
  return (
    <details className={styles.differences}>
      <summary>{summaryOf(differences.length, isThemeMissing(remoteTheme), allowed.length > 0)}</summary>
      <div className={styles.sheet}>
        <ul>
          {differences.map(difference => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
        <RemoteThemeActions />
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

function summaryOf(count: number, isThemeMissing: boolean, hasHosts: boolean): string {
  if (isThemeMissing) return 'The site’s theme is not here'
  if (count > 0) return `May differ from the site: ${count}`
  return hasHosts ? 'Styles of other hosts are loaded' : 'A theme from elsewhere'
}

function namesOf(origins: readonly string[]): string {
  return origins.map(origin => new URL(origin).host).join(', ')
}
