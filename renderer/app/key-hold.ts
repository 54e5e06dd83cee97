import { mayBeCommand } from './early-keys.ts'
import { type Struck, strike, writes } from './strike.ts'

/** Who waits longer wonders where the words went: they go back to where the writer was. */
const longestMs = 2_000

/** Keys that are nothing by themselves, or become something with the next. */
const unfinished = new Set('Control Shift Alt AltGraph Meta CapsLock Dead Process Unidentified'.split(' '))

/** Keeps what is struck while what it is meant for is on its way: a dialog, or another post. */
export interface KeyHold {
  /**
   * What is struck until `work` is done is struck again then, for what has the keyboard by that time: what the work
   * opened, else where the writer was.
   */
  during<T>(work: Promise<T>): Promise<T>
  /** Focuses where the writer was, for what is about to open and gives the focus back there. Keys still wait. */
  giveFocusBack(): void
  /** Resolves when no input method is in the middle of a word. */
  composed(): Promise<void>
  isHolding(): boolean
  /** Strikes these, one after another; when one of them makes keys wait, those after it do. */
  strike(keys: readonly Struck[]): void
}

/**
 * A field out of sight has the keyboard meanwhile: input methods, dead keys and the clipboard work in it as in any
 * other. Keys that do something end a piece of its text.
 */
export function createKeyHold(isMac: boolean): KeyHold {
  const catcher = createCatcher()
  const works = new Set<symbol>()
  const struck: Struck[] = []
  let home: Element | null = null
  let isComposing = false
  let late: ReturnType<typeof setTimeout> | undefined

  catcher.addEventListener('compositionstart', () => (isComposing = true))
  catcher.addEventListener('compositionend', () => (isComposing = false))
  catcher.addEventListener('keydown', event => {
    event.stopPropagation()
    if (event.isComposing || unfinished.has(event.key) || writes(event, isMac)) return
    if (event.key === 'Backspace' && catcher.value !== '') return
    const isCombination = event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key)
    if (isCombination && !mayBeCommand(event)) return
    event.preventDefault()
    keep({ type: 'key', event })
  })
  catcher.addEventListener('paste', event => {
    event.preventDefault()
    if (event.clipboardData) keep({ type: 'paste', data: copyOf(event.clipboardData) })
  })
  catcher.addEventListener('blur', () => {
    // Another window has the keyboard for a while, or what is here took it: then it gets what is kept before the rest.
    queueMicrotask(() => works.size > 0 && document.activeElement !== catcher && home !== null && end())
  })

  function keep(one: Struck): void {
    keepText()
    struck.push(one)
  }

  function keepText(): void {
    if (catcher.value !== '') struck.push({ type: 'text', text: catcher.value })
    catcher.value = ''
  }

  function begin(work: symbol): void {
    works.add(work)
    if (home !== null) return
    home = document.activeElement ?? document.body
    document.body.append(catcher)
    catcher.focus({ preventScroll: true })
    late ??= setTimeout(end, longestMs)
  }

  function giveFocusBack(): void {
    const place = home
    home = null
    if (document.activeElement === catcher && place instanceof HTMLElement)
      place.focus({ preventScroll: true })
    keepText()
    catcher.remove()
  }

  function end(): void {
    clearTimeout(late)
    late = undefined
    works.clear()
    giveFocusBack()
    strikeKept()
  }

  function strikeKept(): void {
    while (struck.length > 0 && works.size === 0) strike(struck.shift()!)
  }

  return {
    async during(work) {
      const token = Symbol('work')
      begin(token)
      try {
        return await work
      } finally {
        if (works.delete(token) && works.size === 0) end()
      }
    },
    giveFocusBack,
    composed: () =>
      new Promise(resolve => {
        if (!isComposing) return resolve()
        // One that is broken off leaves the field, too.
        for (const over of ['compositionend', 'blur'])
          catcher.addEventListener(over, () => resolve(), { once: true })
      }),
    isHolding: () => works.size > 0,
    strike(keys) {
      struck.push(...keys)
      strikeKept()
    },
  }
}

function createCatcher(): HTMLTextAreaElement {
  const catcher = document.createElement('textarea')
  catcher.setAttribute('aria-label', 'One moment')
  catcher.autocomplete = 'off'
  catcher.spellcheck = false
  // Where dialogs open, so that the window of an input method stands there.
  catcher.style.cssText =
    'position:fixed;top:20vh;left:50vw;width:1px;height:1px;opacity:0;border:0;padding:0;resize:none;pointer-events:none'
  return catcher
}

/** The clipboard of an event is empty when the event is over. */
function copyOf(clipboard: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const type of clipboard.types) if (type !== 'Files') copy.setData(type, clipboard.getData(type))
  for (const file of clipboard.files) copy.items.add(file)
  return copy
}
