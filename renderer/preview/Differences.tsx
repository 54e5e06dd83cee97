import { useRef } from 'react'
import { useLectern, useSettings } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useLightDismiss } from '../ui/use-light-dismiss.ts'
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
  const shown = useRef<HTMLDetailsElement>(null)
  useLightDismiss(shown)
  const differences = differencesOf(state)
  const allowed = styleHosts(settings)
  const wanted = state.hosts.filter(host => !allowed.includes(host))
  if (differences.length === 0 && allowed.length === 0 && !remoteTheme.theme) return null
  const allow = (hosts: readonly string[]): void => settings.set('folder', styleHostsKey, hosts)
  return (
    <details className={styles.differences} ref={shown}>
      <summary>
        <Summary
          isThemeMissing={isThemeMissing(remoteTheme)}
          count={differences.length}
          hasHosts={allowed.length > 0}
        />
      </summary>
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

interface SummaryProps {
  readonly isThemeMissing: boolean
  readonly count: number
  readonly hasHosts: boolean
}

function Summary({ isThemeMissing, count, hasHosts }: SummaryProps) {
  if (isThemeMissing) return 'The theme is missing'
  if (count === 0) return hasHosts ? 'Styles of other hosts are loaded' : 'A theme from elsewhere'
  return (
    <>
      May differ<span className={styles.atLength}> from the site</span>: {count}
    </>
  )
}

function namesOf(origins: readonly string[]): string {
  return origins.map(origin => new URL(origin).host).join(', ')
}
