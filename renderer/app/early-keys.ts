/** What a browser does with these is not Lectern's: reloading, closing, its own bars, the clipboard. */
const browsersOwn = new Set('r w t n q l c v x a + - = 0 F5 F11 F12 Tab'.split(' '))

const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

/**
 * Holds combinations of keys that are pressed while the window's code is on its way, and what is typed after the first.
 *
 * @returns lets go of them, and tells what was pressed, in order
 */
export function holdEarlyKeys(): () => readonly KeyboardEvent[] {
  const held: KeyboardEvent[] = []
  function hold(event: KeyboardEvent): void {
    if (!mayBeCommand(event) && (held.length === 0 || isBrowsers(event))) return
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
  }
  window.addEventListener('keydown', hold, { capture: true })
  return () => {
    window.removeEventListener('keydown', hold, { capture: true })
    return held
  }
}

function isBrowsers({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return isComposing || ctrlKey || metaKey || modifiers.has(key) || /^F\d+$|^Process$|^Dead$/.test(key)
}

/** Whether it is a combination that Lectern may know, and the browser has no use for. */
export function mayBeCommand(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (modifiers.has(key) || event.getModifierState('AltGraph')) return false
  if (/^F\d+$/.test(key)) return !browsersOwn.has(key)
  const letter = key.toLowerCase()
  // With Shift or Alt besides, a combination of the browser's is another one; but reloading stays reloading.
  return altKey || ((ctrlKey || metaKey) && letter !== 'r' && (shiftKey || !browsersOwn.has(letter)))
}
