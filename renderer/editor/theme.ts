import { EditorView } from '@codemirror/view'

/** How the editor looks, in the app's tokens: a sheet of paper with a column of text on it. */
export const theme = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--paper)',
    color: 'var(--text)',
    fontSize: 'calc(0.875rem * var(--editor-zoom, 1))',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontVariantLigatures: 'none',
    lineHeight: '1.7',
    scrollbarWidth: 'thin',
    scrollbarColor: 'var(--line) transparent',
  },
  '.cm-content': {
    flexShrink: '1',
    width: '100%',
    maxWidth: 'calc(var(--editor-width, 76) * 1ch + 4rem)',
    margin: '0 auto',
    padding: '1.75rem 1.75rem 40vh',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-selectionMatch': { background: 'var(--accent-soft)', borderRadius: '2px' },
  '.cm-searchMatch': {
    background: 'var(--warning-soft)',
    borderRadius: '2px',
    boxShadow: '0 0 0 1px var(--line)',
  },
  '.cm-searchMatch.cm-searchMatch-selected': {
    background: 'var(--accent-soft)',
    boxShadow: '0 0 0 2px var(--accent)',
  },
  '.cm-foldPlaceholder': {
    margin: '0 0.35em',
    padding: '0 0.5em',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-1)',
    background: 'var(--surface-sunken)',
    color: 'var(--text-soft)',
    cursor: 'pointer',
  },
  '.cm-specialChar': { color: 'var(--danger)' },
  '.cm-liquid': { color: 'var(--code-liquid)' },
  '.cm-front-matter': { color: 'var(--text-soft)' },
  '.cm-panels': { background: 'var(--surface)', color: 'var(--text)', fontFamily: 'var(--font-ui)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-2)',
    background: 'var(--surface-raised)',
    color: 'var(--text)',
    fontFamily: 'var(--font-ui)',
    boxShadow: 'var(--shadow-2)',
  },
  // As many classes as CodeMirror's own rules for its list have, which come later.
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '24em',
    maxWidth: 'min(40rem, 90vw)',
    fontFamily: 'var(--font-ui)',
    padding: 'var(--space-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--space-4)',
    padding: '0.25rem 0.5rem',
    borderRadius: 'var(--radius-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionDetail': {
    marginLeft: '0',
    overflow: 'hidden',
    color: 'var(--text-soft)',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
  },
  // Focus mode: all but the paragraph of the cursor steps back.
  '&[data-focus-mode] .cm-line:not(.cm-paragraph)': { opacity: '0.38', transition: 'opacity var(--calm)' },
})
