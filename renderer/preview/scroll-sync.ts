import type { Editor } from '../editor/editor.ts'
import { followWriterScroll } from './writer-scroll.ts'

export interface EditorScroll {
  /** Scrolls the editor so that this line is at the top; it is not reported back. */
  to(line: number): void
}

/** Reports the line at the top of the editor while the writer scrolls it. Fractions lie inside a wrapped line. */
export function followEditorScroll(editor: Editor, onScrolled: (line: number) => void): EditorScroll {
  const { scrollDOM } = editor.view
  const writer = followWriterScroll(scrollDOM, scrollDOM, atEnd =>
    onScrolled(atEnd ? Infinity : editor.topLine()),
  )
  return {
    to(line) {
      writer.forget()
      if (line === Infinity) scrollDOM.scrollTop = scrollDOM.scrollHeight
      else editor.scrollToLine(line)
    },
  }
}
