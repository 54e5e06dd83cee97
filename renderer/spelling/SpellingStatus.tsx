import { useDocument, useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { languageName } from './language-name.ts'
import styles from './SpellingStatus.module.css'

/** Says why nothing is underlined: the post is in a language that no dictionary is here for. */
export function SpellingStatus() {
  const { dialogs, spelling } = useLectern()
  const { path } = useDocument('path')
  const { unknownLanguage } = useStore(spelling)
  return (
    <span role="status">
      {unknownLanguage !== undefined && path !== undefined && (
        <button
          type="button"
          className={styles.status}
          title="A dictionary can be added in the settings"
          onClick={() => dialogs.open('settings')}
        >
          Spelling off: no dictionary for {languageName(unknownLanguage)}
        </button>
      )}
    </span>
  )
}
