import { highlightSelectionMatches, search } from '@codemirror/search'
import { EditorView } from '@codemirror/view'
import { createFindPanel } from './find-panel.ts'

/** Find and replace in the post: a bar over the text, and other places of the word that is selected. */
export const find = [
  search({ top: true, createPanel: createFindPanel }),
  highlightSelectionMatches({ minSelectionLength: 3, wholeWords: true }),
  EditorView.theme({
    '.cm-find': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 'var(--space-1)',
      padding: 'var(--space-2)',
      fontSize: 'var(--size-2)',
    },
    '.cm-find-row': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--space-1) var(--space-2)',
    },
    '.cm-find-group': { display: 'flex', flex: 'none', gap: '2px' },
    '.cm-find-field': {
      flex: '1 1 8rem',
      minWidth: '0',
      height: 'var(--control-height)',
      padding: '0 var(--space-2)',
      border: '1px solid var(--line-strong)',
      borderRadius: 'var(--radius-2)',
      background: 'var(--paper)',
      color: 'var(--text)',
      fontFamily: 'var(--font-mono)',
    },
    '.cm-find-field::placeholder': { color: 'var(--text-faint)', fontFamily: 'var(--font-ui)' },
    '.cm-find-field:focus': { outline: '2px solid var(--focus)', outlineOffset: '-1px' },
    '.cm-find-field[aria-invalid]': { borderColor: 'var(--danger)' },
    '.cm-find-count': {
      flex: 'none',
      color: 'var(--text-soft)',
      fontVariantNumeric: 'tabular-nums',
      textAlign: 'right',
    },
    '.cm-find-button': {
      minWidth: 'var(--control-height)',
      height: 'var(--control-height)',
      padding: '0 var(--space-1)',
      border: '0',
      borderRadius: 'var(--radius-2)',
      background: 'none',
      color: 'var(--text-soft)',
      font: 'inherit',
    },
    '.cm-find-button:hover': { background: 'var(--hover)' },
    '.cm-find-button[aria-pressed="true"]': { background: 'var(--accent-soft)', color: 'var(--accent)' },
    '.cm-find-wide': { padding: '0 var(--space-3)', border: '1px solid var(--line)', color: 'var(--text)' },
    '.cm-find :focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '-1px' },
  }),
]
