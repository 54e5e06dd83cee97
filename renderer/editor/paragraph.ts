import type { EditorState } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const mark = Decoration.line({ class: 'cm-paragraph' })

/** Marks the lines of the paragraph that the cursor is in; focus mode dims the others. */
export const paragraphAtCursor = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view.state)
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.selectionSet) this.decorations = decorate(update.state)
    }
  },
  { decorations: plugin => plugin.decorations },
)

/** A paragraph longer than this is not marked to its end. */
const mostLines = 400

function decorate(state: EditorState): DecorationSet {
  const { doc, selection } = state
  const here = doc.lineAt(selection.main.head)
  let first = here.number
  let last = here.number
  const isText = (number: number): boolean => doc.line(number).text.trim() !== ''
  while (first > 1 && here.number - first < mostLines && isText(first - 1)) first--
  while (last < doc.lines && last - here.number < mostLines && isText(last + 1)) last++
  const ranges = []
  for (let number = first; number <= last; number++) ranges.push(mark.range(doc.line(number).from))
  return Decoration.set(ranges)
}
