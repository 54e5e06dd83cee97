import { EditorView, type TooltipView } from '@codemirror/view'
import type { PasteForm } from '../../core/post/index.ts'

/** What the chooser shows at the cursor. */
export interface PasteOffer {
  readonly forms: readonly PasteForm[]
  /** What the paste stands as now. */
  readonly form: PasteForm
  /** What the writer should know; empty for nothing. */
  readonly note: string
}

export interface PasteToolbarOptions {
  readonly offer: PasteOffer
  /** As people read them; empty for none. */
  readonly keys: string
  readonly choose: (form: PasteForm) => void
  /** Back to the text; the chooser goes. */
  readonly leave: () => void
}

export const formNames: Readonly<Record<PasteForm, string>> = {
  embed: 'Embed',
  markdown: 'Markdown',
  link: 'Link',
  reference: 'Reference link',
  plain: 'Plain',
}

export const toolbarClass = 'cm-paste'

/** A row of buttons, one for each way to write what was pasted: arrows move, Enter chooses, Escape leaves. */
export function pasteToolbar({ offer, keys, choose, leave }: PasteToolbarOptions): TooltipView {
  const dom = document.createElement('div')
  dom.className = toolbarClass
  const bar = document.createElement('div')
  bar.className = 'cm-paste-forms'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', 'What was pasted stands as')
  const buttons = offer.forms.map(form => formButton(form, offer.form, choose))
  bar.append(...buttons)
  dom.append(bar)
  if (keys !== '') dom.append(part('kbd', 'cm-paste-keys', keys))
  if (offer.note !== '') dom.append(part('p', 'cm-paste-note', offer.note))
  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const next = nextIndex(event.key, at, buttons.length)
    if (next !== undefined) buttons[next]!.focus()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  return { dom }
}

function formButton(
  form: PasteForm,
  current: PasteForm,
  choose: (form: PasteForm) => void,
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = formNames[form]
  button.setAttribute('aria-pressed', String(form === current))
  button.tabIndex = form === current ? 0 : -1
  // The text keeps the keyboard when a mouse chooses.
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => choose(form))
  return button
}

function part(tag: 'kbd' | 'p', className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

export const toolbarLook = EditorView.theme({
  [`.${toolbarClass}`]: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-1) var(--space-2)',
    maxWidth: '26rem',
    padding: 'var(--space-1)',
    fontSize: 'var(--size-2)',
  },
  '.cm-paste-forms': { display: 'flex', flexWrap: 'wrap', gap: '2px' },
  '.cm-paste-forms button': {
    padding: 'var(--space-1) var(--space-2)',
    border: '0',
    borderRadius: 'var(--radius-1)',
    background: 'none',
    color: 'var(--text-soft)',
    font: 'inherit',
    fontWeight: 'var(--weight-medium)',
    cursor: 'default',
  },
  '.cm-paste-forms button:hover': { background: 'var(--hover)' },
  '.cm-paste-forms button[aria-pressed=true]': {
    background: 'var(--accent-soft)',
    color: 'var(--accent)',
  },
  '.cm-paste-forms button:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-paste-keys': { paddingRight: 'var(--space-2)', color: 'var(--text-faint)', font: 'inherit' },
  '.cm-paste-note': {
    flexBasis: '100%',
    margin: '0',
    padding: '0 var(--space-2) var(--space-1)',
    color: 'var(--text-soft)',
    lineHeight: '1.45',
  },
})
