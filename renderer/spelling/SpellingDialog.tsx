import { useEffect, useState } from 'react'
import type { Span } from '../../core/text/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Picker } from '../ui/Picker.tsx'

/** What an underlined word may be meant to be; or a word of the writer's own. */
export function SpellingDialog({ argument, onClose }: DialogProps) {
  const { editor, spelling, notices } = useLectern()
  const span = argument as Span
  const [word] = useState(() => editor.doc().sliceString(span.from, span.to))
  const [suggestions, setSuggestions] = useState<readonly string[]>()
  useEffect(() => {
    let current = true
    spelling.suggest(word).then(found => current && setSuggestions(found), notices.report)
    return () => {
      current = false
    }
  }, [spelling, notices, word])
  return (
    <Picker
      label={`Spelling of “${word}”`}
      placeholder={suggestions ? `Instead of “${word}”` : 'Looking in the dictionary…'}
      items={[
        ...(suggestions ?? []).map(suggestion => ({ id: `use ${suggestion}`, label: suggestion })),
        { id: 'keep', label: `“${word}” is right`, aside: 'Add to your words' },
      ]}
      onClose={onClose}
      onPick={id => {
        if (id === 'keep') {
          spelling.keep(word)
          return editor.focus()
        }
        const insert = id.slice('use '.length)
        editor.apply(
          {
            edits: [{ ...span, insert }],
            selection: { from: span.from + insert.length, to: span.from + insert.length },
          },
          `Spelled “${insert}”`,
        )
      }}
    />
  )
}
