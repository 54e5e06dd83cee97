import { useDeferredValue, useMemo } from 'react'
import { countText } from '../../core/post/writing/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'

/** Words that readers read, and how long they take; of the selection, where there is one. */
export function WordsStatus() {
  const { path, failure, text, isCut, selection } = useDocument(
    'path',
    'failure',
    'text',
    'isCut',
    'selection',
  )
  const shown = useDeferredValue(text)
  const { words, minutes } = useMemo(() => countText(shown), [shown])
  if (path === undefined || failure !== undefined) return null
  if (isCut) return <span title="The text is too long to be counted">more than {number(words)} words</span>
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
  const { editor } = useLectern()
  const { path, failure, selection } = useDocument('path', 'failure', 'selection', 'text')
  if (path === undefined || failure !== undefined) return null
  const doc = editor.doc()
  const offset = Math.min(selection.to, doc.length)
  const { number: line, from } = doc.lineAt(offset)
  const column = offset - from + 1
  return (
    <span title="Line and column">
      {line}:{column}
    </span>
  )
}

function number(value: number): string {
  return value.toLocaleString()
}
