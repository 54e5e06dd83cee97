import { useEffect, useRef, useState } from 'react'
import { languageName } from './language-name.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Dictionaries.module.css'
import { readDictionaryFiles } from './read-dictionary.ts'

/** The dictionaries that the writer added to the one in the app. */
export function DictionariesField() {
  const { beside, host } = useLectern()
  const [languages, setLanguages] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    host.listDictionaries().then(setLanguages, (error: unknown) => setFailure(sentenceOf(error)))
  }, [host])

  async function change(make: () => Promise<void>): Promise<void> {
    setFailure(undefined)
    try {
      await make()
      setLanguages(await host.listDictionaries())
      for (const { spelling } of [beside.first(), beside.lectern()].filter(post => post !== undefined))
        spelling.dictionariesChanged()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const add = (files: readonly File[]) =>
    change(async () => {
      const { language, aff, dic } = await readDictionaryFiles(files)
      await host.addDictionary(language, aff, dic)
    })

  return (
    <div className={styles.field} role="group" aria-label="Dictionaries">
      <span className={styles.label}>Dictionaries</span>
      <ul className={styles.list} aria-live="polite">
        <li>English, in the app</li>
        {languages.map(language => (
          <li key={language}>
            {languageName(language)}
            <IconButton
              icon="close"
              label={`Remove the dictionary for ${languageName(language)}`}
              onClick={() => void change(() => host.removeDictionary(language))}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".aff,.dic"
        aria-label="Files of a dictionary"
        onChange={event => {
          void add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button icon="add" onClick={() => input.current?.click()}>
        Add a dictionary…
      </Button>
      <p className={styles.hint}>
        For another language choose its two Hunspell files, such as de_DE.aff and de_DE.dic. A post is spelled
        in its <code>lang</code>, else in that of the site.
      </p>
      {failure && <Notice tone="danger">{failure}</Notice>}
    </div>
  )
}
