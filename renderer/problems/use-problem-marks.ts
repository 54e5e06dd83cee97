import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'

/** Underlines in the editor the lines with a problem; hints stand in the list alone. */
export function useProblemMarks({ problems, editor }: Lectern): void {
  useEffect(() => {
    const mark = () =>
      editor.showProblems(problems.get().problems.filter(problem => problem.severity !== 'info'))
    mark()
    return problems.subscribe(mark)
  }, [problems, editor])
}
