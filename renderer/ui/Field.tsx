import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { focusFirst } from './focus-first.ts'

interface FrameProps {
  readonly label: string
  readonly hint?: ReactNode
  /** A sentence when the value will not do. */
  readonly error?: string | undefined
}

/** A labelled text field. Hint and error are read out with it. */
export function TextField({
  label,
  hint,
  error,
  ...input
}: FrameProps & Omit<ComponentProps<'input'>, 'className'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {described => (
        <input
          {...described}
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...focusFirst(input)}
          className={styles.input}
        />
      )}
    </Labelled>
  )
}

export function TextArea({
  label,
  hint,
  error,
  ...input
}: FrameProps & Omit<ComponentProps<'textarea'>, 'className'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {described => (
        <textarea
          {...described}
          rows={3}
          {...focusFirst(input)}
          className={`${styles.input} ${styles.area}`}
        />
      )}
    </Labelled>
  )
}

export interface SelectFieldProps
  extends FrameProps, Omit<ComponentProps<'select'>, 'className' | 'children'> {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export function SelectField({ label, hint, error, options, ...select }: SelectFieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {described => (
        <select {...described} {...focusFirst(select)} className={styles.input}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** What ties a control to its label, hint and error. */
interface Described {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': true | undefined
}

function Labelled({
  label,
  hint,
  error,
  children,
}: FrameProps & { readonly children: (described: Described) => ReactNode }) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': note, 'aria-invalid': error ? true : undefined })}
      <Note id={note} hint={hint} error={error} />
    </div>
  )
}

export function Checkbox({
  label,
  hint,
  ...input
}: Omit<FrameProps, 'error'> & Omit<ComponentProps<'input'>, 'className'>) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        {...focusFirst(input)}
        aria-describedby={hint ? `${id}-note` : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-note`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

function Note({
  id,
  hint,
  error,
}: {
  readonly id: string
  readonly hint: ReactNode
  readonly error: string | undefined
}) {
  if (error)
    return (
      <p id={id} className={styles.error} role="alert">
        {error}
      </p>
    )
  return (
    <p id={id} className={styles.hint}>
      {hint}
    </p>
  )
}
