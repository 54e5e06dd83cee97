import { lineStarts, positionAt } from '../../core/text/index.ts'
import { useDocument } from '../app/lectern-context.ts'

/** Words of the text. */
export function WordsStatus() {
  const { path, text } = useDocument()
  if (path === undefined) return null
  return <span>{text.split(/\s+/).length} words</span>
}

/** Where the cursor stands. */
export function CursorStatus() {
  const { path, text, selection } = useDocument()
  if (path === undefined) return null
  const { line, column } = positionAt(lineStarts(text), selection.to)
  return (
    <span>
      {line}:{column}
    </span>
  )
}
