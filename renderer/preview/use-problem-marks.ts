import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'

/** Underlines in the editor the lines that the renderer has something to say about. */
export function useProblemMarks({ page, editor }: Lectern): void {
  useEffect(() => {
    const mark = () => editor.showProblems(page.get().problems)
    mark()
    return page.subscribe(mark)
  }, [page, editor])
}
