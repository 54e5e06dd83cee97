import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { remoteContentKey, scrollSyncKey } from './preview.ts'
import { nextProblem, offsetOfLine } from './problem-lines.ts'

function goToProblem(step: 1 | -1): (lectern: Lectern) => void {
  return ({ editor, page }) => {
    const problem = nextProblem(page.get().problems, editor.cursorLine(), step)
    if (problem) editor.reveal(offsetOfLine(editor.doc(), problem.line))
  }
}

function hasProblems({ page }: Lectern): boolean {
  return page.get().problems.length > 0
}

export const previewCommands: readonly Command[] = [
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
    id: 'preview.scroll-sync',
    label: 'Scroll editor and preview together: on or off',
    group: 'View',
    run: ({ settings }) => settings.set('user', scrollSyncKey, !settings.boolean(scrollSyncKey, true)),
  },
  {
    id: 'preview.remote-content',
    label: 'Load remote content in the preview: on or off',
    group: 'View',
    run: ({ settings }) =>
      settings.set('folder', remoteContentKey, !settings.boolean(remoteContentKey, false)),
  },
]
