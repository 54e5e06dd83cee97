import { type ReactNode, useId, useState } from 'react'
import type { UsedValue } from '../../core/post/index.ts'
import { TextField } from '../ui/Field.tsx'
import { Suggestions } from './Suggestions.tsx'

export interface DetailFieldProps {
  readonly label: string
  /** As the text has it. */
  readonly written: string
  readonly type?: 'text' | 'number' | 'date' | 'url'
  readonly placeholder?: string | undefined
  /** What other posts have here, and how many. */
  readonly suggestions?: readonly UsedValue[]
  /** Told what is typed. */
  readonly hint?: (typed: string) => ReactNode
  readonly onSet: (text: string) => void
}

/** A field that is set when it is left or Enter is pressed; Escape gives back what the text says. */
export function DetailField({
  label,
  written,
  type = 'text',
  placeholder,
  suggestions = [],
  hint,
  onSet,
}: DetailFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    if (typed !== undefined && typed !== written) onSet(typed)
    setTyped(undefined)
  }
  return (
    <>
      <TextField
        label={label}
        {...(suggestions.length > 0 && { list: id })}
        type={type}
        spellCheck={type === 'text'}
        placeholder={placeholder}
        value={typed ?? written}
        hint={hint?.(typed ?? written)}
        onChange={event => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={event => {
          if (event.key === 'Enter') finish()
          if (event.key === 'Escape' && typed !== undefined) {
            event.preventDefault()
            setTyped(undefined)
          }
        }}
      />
      {suggestions.length > 0 && <Suggestions id={id} values={suggestions} />}
    </>
  )
}
