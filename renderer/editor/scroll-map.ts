import type { EditorView } from '@codemirror/view'

/** The line at the top of what is in sight, from 1; a fraction for how much of it is scrolled away. */
export function topLine(view: EditorView): number {
  const y = Math.max(view.scrollDOM.scrollTop - view.documentPadding.top, 0)
  const block = view.lineBlockAtHeight(y)
  const { number } = view.state.doc.lineAt(block.from)
  return number + (block.height > 0 ? Math.min(Math.max((y - block.top) / block.height, 0), 1) : 0)
}

/** Scrolls so that {@link topLine} is `line`. Heights far away are guesses, so it aims again once they are measured. */
export function scrollToLine(view: EditorView, line: number): void {
  aim(view, line)
  view.requestMeasure({ read: () => undefined, write: () => aim(view, line) })
}

function aim(view: EditorView, line: number): void {
  const { doc } = view.state
  const whole = Math.min(Math.max(Math.floor(line), 1), doc.lines)
  const block = view.lineBlockAt(doc.line(whole).from)
  const share = Math.min(Math.max(line - whole, 0), 1)
  view.scrollDOM.scrollTop = line <= 1 ? 0 : block.top + share * block.height + view.documentPadding.top
}
