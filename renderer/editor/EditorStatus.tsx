import { useDeferredValue, useMemo } from 'react'
import { countText } from '../../core/post/writing/index.ts'
import { lineStarts, positionAt } from '../../core/text/index.ts'
import { useDocument } from '../app/lectern-context.ts'

/** Words that readers read, and how long they take; of the selection, where there is one. */
export function WordsStatus() {
  const { path, failure, text, selection } = useDocument()
  const shown = useDeferredValue(text)
  const { words, minutes } = useMemo(() => countText(shown), [shown])
  if (path === undefined || failure !== undefined) return null
  const selected =
    selection.from < selection.to ? countText(text.slice(selection.from, selection.to)).words : 0
  if (selected > 0)
    return (
      <span>
        {number(selected)} of {number(words)} words
      </span>
    )
  return (
    <span title="Words of the body, without code, definitions and markup">
      {number(words)} {words === 1 ? 'word' : 'words'}
      {minutes > 0 && ` · ${minutes} min read`}
    </span>
  )
}

/** Where the cursor stands. */
export function CursorStatus() {
  const { path, failure, text, selection } = useDocument()
  const starts = useMemo(() => lineStarts(text), [text])
  if (path === undefined || failure !== undefined) return null
  const { line, column } = positionAt(starts, Math.min(selection.to, text.length))
  return (
    <span title="Line and column">
      {line}:{column}
    </span>
  )
}

function number(value: number): string {
  return value.toLocaleString()
}
