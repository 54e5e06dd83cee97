import { useEffect } from 'react'
import type { Lectern } from '../app/lectern.ts'

/** Each mark is moved with every key; nobody looks at more of them. */
const mostMarked = 300

/** Underlines in the editor the lines with a problem; hints stand in the list alone. */
export function useProblemMarks({ problems, editor }: Lectern): void {
  useEffect(() => {
    const mark = () => {
      const { problems: all, checked } = problems.get()
      const isCurrent = checked?.eq(editor.doc()) ?? false
      editor.showProblems(
        all
          .filter(problem => problem.severity !== 'info')
          .slice(0, mostMarked)
          .map(({ message, line, span }) => ({ message, line, ...(isCurrent && span && { span }) })),
      )
    }
    mark()
    return problems.subscribe(mark)
  }, [problems, editor])
}
