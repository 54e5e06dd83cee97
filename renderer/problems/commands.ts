import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { applyFix } from './apply-fix.ts'
import { nextProblem, offsetOfLine } from './problem-lines.ts'

function goToProblem(step: 1 | -1): (lectern: Lectern) => void {
  return ({ editor, problems, notices }) => {
    const problem = nextProblem(problems.get().problems, editor.cursorLine(), step)
    if (!problem) return
    editor.reveal(offsetOfLine(editor.doc(), problem.line))
    notices.show({ kind: 'info', text: `Line ${problem.line}: ${problem.message}` })
  }
}

function hasProblems({ problems }: Lectern): boolean {
  return problems.get().problems.length > 0
}

function fixableHere({ editor, problems }: Lectern) {
  const line = editor.cursorLine()
  return problems.get().problems.find(problem => problem.fix && problem.line === line)
}

export const problemCommands: readonly Command[] = [
  {
    id: 'problems.next',
    label: 'Next problem',
    group: 'Edit',
    keys: ['F8'],
    enabled: hasProblems,
    run: goToProblem(1),
  },
  {
    id: 'problems.previous',
    label: 'Previous problem',
    group: 'Edit',
    keys: ['F7', 'Shift+F8'],
    enabled: hasProblems,
    run: goToProblem(-1),
  },
  {
    id: 'problems.fix',
    label: 'Fix the problem of this line',
    group: 'Edit',
    keys: ['Mod+.'],
    enabled: lectern => fixableHere(lectern) !== undefined,
    run: lectern => {
      const problem = fixableHere(lectern)
      if (problem?.fix) applyFix(lectern, problem.fix)
    },
  },
]
