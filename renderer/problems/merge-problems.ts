import type { PostProblem } from '../../core/post/index.ts'
import type { RenderProblem } from '../state/rendered-page.ts'
import type { ShownProblem } from './problem.ts'

/**
 * One list of what the render met and what a look at the text alone found, by line. What both tell of one line is said
 * once, in the words of the text's own check, which knows a fix more often.
 */
export function mergeProblems(
  ofRender: readonly RenderProblem[],
  ofText: readonly (Omit<PostProblem, 'span' | 'column'> & Pick<ShownProblem, 'span'>)[],
): ShownProblem[] {
  const told = new Set(ofText.map(({ code, line }) => `${code} ${line}`))
  const others = ofRender
    .map(({ code, message, line = 1 }) => ({ code, severity: severityOf(code), message, line }))
    .filter(({ code, line }) => !told.has(`${code} ${line}`))
  return [...ofText, ...others].toSorted((a, b) => a.line - b.line)
}

/** The render tells only what keeps a page from being what it should be; a Liquid error leaves no page at all. */
function severityOf(code: string): ShownProblem['severity'] {
  return code === 'liquid.error' || code === 'front-matter.unreadable' ? 'error' : 'warning'
}
