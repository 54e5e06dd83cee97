import { useLectern, useSettings } from '../app/lectern-context.ts'
import { jekyllKey } from '../preview/jekyll-choice.ts'
import { useStore } from '../state/use-store.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, SelectField, TextField } from '../ui/Field.tsx'
import { DictionariesField } from '../spelling/DictionariesField.tsx'
import styles from './Settings.module.css'
import { type Setting, settingSections } from './settings-table.ts'

/** Every setting in one place. Each takes effect at once. */
export function SettingsDialog({ onClose }: DialogProps) {
  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {settingSections.map(section => (
        <section key={section.title} className={styles.section} aria-label={`${section.title} settings`}>
          <h3 className={styles.title}>{section.title}</h3>
          {section.settings.map(setting => (
            <SettingControl key={setting.key} setting={setting} />
          ))}
          {section.title === 'Editor' && <DictionariesField />}
        </section>
      ))}
    </Dialog>
  )
}

function SettingControl({ setting }: { readonly setting: Setting }) {
  useSettings()
  const { settings, preview } = useLectern()
  const { foundJekyll } = useStore(preview.state)
  const { key, scope, label, hint } = setting
  switch (setting.type) {
    case 'switch':
      return (
        <Checkbox
          label={label}
          hint={hint}
          checked={settings.boolean(key, setting.fallback)}
          onChange={event => settings.set(scope, key, event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          options={setting.key === jekyllKey ? withFound(setting.options, foundJekyll) : setting.options}
          value={settings.string(key, setting.fallback)}
          onChange={event => settings.set(scope, key, event.currentTarget.value)}
        />
      )
    case 'text':
      return (
        <TextField
          label={label}
          hint={hint}
          value={settings.string(key, setting.fallback)}
          onChange={event => settings.set(scope, key, event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <TextField
          label={`${label}, ${setting.unit}`}
          hint={hint}
          type="number"
          min={setting.min}
          max={setting.max}
          step={setting.step}
          value={settings.number(key, setting.fallback)}
          onChange={event => {
            const value = event.currentTarget.valueAsNumber
            if (value >= setting.min && value <= setting.max) settings.set(scope, key, value)
          }}
        />
      )
  }
}

type Options = Extract<Setting, { readonly type: 'choice' }>['options']

/** The choice to go by what was found, with what that is. */
function withFound(options: Options, found: string): Options {
  if (found === '') return options
  return options.map(option => (option.value === 'found' ? { ...option, label: `Found: ${found}` } : option))
}
