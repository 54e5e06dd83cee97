import type { Editor } from '../editor/editor.ts'

export interface EditorScroll {
  /** Scrolls the editor so that this line is at the top; it is not reported back. */
  to(line: number): void
}

/** For this long after a gesture the writer scrolls; other scrolling of the editor is not reported. */
const gestureMs = 700

/** Reports the line at the top of the editor while the writer scrolls it. Fractions lie inside a wrapped line. */
export function followEditorScroll(editor: Editor, onScrolled: (line: number) => void): EditorScroll {
  const { scrollDOM } = editor.view
  let gestureAt = -Infinity
  let waiting = false
  const gesture = () => (gestureAt = performance.now())
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    scrollDOM.addEventListener(type, gesture, { passive: true })

  scrollDOM.addEventListener(
    'scroll',
    () => {
      if (performance.now() - gestureAt > gestureMs || waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        gesture()
        onScrolled(atEnd(scrollDOM) ? Infinity : editor.topLine())
      })
    },
    { passive: true },
  )

  return {
    to(line) {
      gestureAt = -Infinity
      if (line === Infinity) scrollDOM.scrollTop = scrollDOM.scrollHeight
      else editor.scrollToLine(line)
    },
  }
}

function atEnd(element: HTMLElement): boolean {
  return element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 2
}
