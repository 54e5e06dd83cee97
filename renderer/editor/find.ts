import { highlightSelectionMatches, search } from '@codemirror/search'
import { EditorView } from '@codemirror/view'

/** Find and replace in the post: a bar over the text, and other places of the word that is selected. */
export const find = [
  search({ top: true }),
  highlightSelectionMatches({ minSelectionLength: 3, wholeWords: true }),
  EditorView.theme({
    '.cm-panel.cm-search': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--space-1) var(--space-2)',
      padding: 'var(--space-2) var(--space-7) var(--space-2) var(--space-3)',
      fontSize: 'var(--size-2)',
    },
    '.cm-panel.cm-search br': { flexBasis: '100%', height: '0', content: '""' },
    '.cm-panel.cm-search input.cm-textfield': {
      width: '14rem',
      minHeight: 'var(--control-height)',
      margin: '0',
      padding: '0 var(--space-2)',
      border: '1px solid var(--line-strong)',
      borderRadius: 'var(--radius-2)',
      background: 'var(--paper)',
      color: 'var(--text)',
      fontSize: 'inherit',
    },
    '.cm-panel.cm-search .cm-button': {
      minHeight: 'var(--control-height)',
      margin: '0',
      padding: '0 var(--space-3)',
      border: '1px solid var(--line)',
      borderRadius: 'var(--radius-2)',
      background: 'var(--surface-raised)',
      backgroundImage: 'none',
      color: 'var(--text)',
      fontSize: 'inherit',
      textTransform: 'capitalize',
    },
    '.cm-panel.cm-search .cm-button:hover': { background: 'var(--hover)' },
    '.cm-panel.cm-search label': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--space-1)',
      margin: '0',
      color: 'var(--text-soft)',
      fontSize: 'inherit',
    },
    '.cm-panel.cm-search label input': { accentColor: 'var(--accent)' },
    '.cm-panel.cm-search [name="close"]': {
      top: 'var(--space-2)',
      right: 'var(--space-2)',
      width: 'var(--control-height)',
      height: 'var(--control-height)',
      borderRadius: 'var(--radius-2)',
      color: 'var(--text-soft)',
      fontSize: '1.25rem',
    },
    '.cm-panel.cm-search [name="close"]:hover': { background: 'var(--hover)' },
    '.cm-panel.cm-search :focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  }),
]
