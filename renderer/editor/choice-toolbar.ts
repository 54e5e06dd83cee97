import { EditorView, type TooltipView } from '@codemirror/view'

/** What a chooser shows at the cursor. */
export interface ChoiceOffer {
  /** What the row of buttons is about, for those who hear it. */
  readonly label: string
  readonly choices: readonly Choice[]
  /** The id of the one that stands in the text. */
  readonly chosen: string
  /** What the writer should know; empty for nothing. */
  readonly note: string
}

export interface Choice {
  readonly id: string
  readonly name: string
}

export interface ChoiceToolbarOptions {
  readonly offer: ChoiceOffer
  /** As people read them; empty for none. */
  readonly keys: string
  readonly choose: (id: string) => void
  /** Back to the text; the chooser goes. */
  readonly leave: () => void
}

const toolbarClass = 'cm-choice'

/** A row of buttons, one for each way to write what stands at the cursor: arrows move, Enter chooses, Escape leaves. */
export function choiceToolbar({ offer, keys, choose, leave }: ChoiceToolbarOptions): TooltipView {
  const dom = document.createElement('div')
  dom.className = toolbarClass
  const bar = document.createElement('div')
  bar.className = 'cm-choice-forms'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', offer.label)
  const buttons = offer.choices.map(choice => choiceButton(choice, offer.chosen, choose))
  bar.append(...buttons)
  if (buttons.length > 0) dom.append(bar)
  if (keys !== '' && buttons.length > 0) dom.append(part('kbd', 'cm-choice-keys', keys))
  if (offer.note !== '') dom.append(part('p', 'cm-choice-note', offer.note))
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

/** Gives the keyboard to the chooser that is open, at what was chosen. */
export function focusToolbar(view: EditorView): void {
  view.dom.querySelector<HTMLElement>(`.${toolbarClass} button[aria-pressed='true']`)?.focus()
}

function choiceButton({ id, name }: Choice, chosen: string, choose: (id: string) => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.setAttribute('aria-pressed', String(id === chosen))
  button.tabIndex = id === chosen ? 0 : -1
  // The text keeps the keyboard when a mouse chooses.
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => choose(id))
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
  '.cm-choice-forms': { display: 'flex', flexWrap: 'wrap', gap: '2px' },
  '.cm-choice-forms button': {
    padding: 'var(--space-1) var(--space-2)',
    border: '0',
    borderRadius: 'var(--radius-1)',
    background: 'none',
    color: 'var(--text-soft)',
    font: 'inherit',
    fontWeight: 'var(--weight-medium)',
    cursor: 'default',
  },
  '.cm-choice-forms button:hover': { background: 'var(--hover)' },
  '.cm-choice-forms button[aria-pressed=true]': {
    background: 'var(--accent-soft)',
    color: 'var(--accent)',
  },
  '.cm-choice-forms button:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-choice-keys': { paddingRight: 'var(--space-2)', color: 'var(--text-faint)', font: 'inherit' },
  '.cm-choice-note': {
    flexBasis: '100%',
    margin: '0',
    padding: '0 var(--space-2) var(--space-1)',
    color: 'var(--text-soft)',
    lineHeight: '1.45',
  },
})
