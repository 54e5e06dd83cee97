import { EditorView, hoverTooltip } from '@codemirror/view'
import { linkAt } from '../../core/post/index.ts'

/** Hovering over a reference shows where it leads, over a definition how often it is used. */
export const referenceHover = [
  hoverTooltip((view, pos) => {
    const at = linkAt(view.state.doc.toString(), pos)
    if (!at?.definition) return null
    const { definition, use, uses } = at
    const { from, to } = (use ?? definition).span
    const lines = use
      ? [definition.url, ...(definition.title === undefined ? [] : [`“${definition.title}”`])]
      : [uses.length === 1 ? 'One link uses it' : `${uses.length} links use it`]
    return { pos: from, end: to, above: true, create: () => ({ dom: tooltip(lines) }) }
  }),
  EditorView.theme({
    '.cm-reference-hover': {
      padding: 'var(--space-2) var(--space-3)',
      maxWidth: '32rem',
      overflowWrap: 'anywhere',
    },
  }),
]

function tooltip(lines: readonly string[]): HTMLElement {
  const element = document.createElement('div')
  element.className = 'cm-reference-hover'
  for (const line of lines) {
    const row = document.createElement('div')
    row.textContent = line
    element.append(row)
  }
  return element
}
