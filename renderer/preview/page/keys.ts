/** Combinations that the preview keeps for itself: copying, selecting all, finding is the app's. */
const own = new Set(['Mod+C', 'Mod+A', 'Mod+V', 'Mod+X'])

const mac = navigator.platform.startsWith('Mac')

/** Hands on what might be a command, as the frame has the keyboard while it is focused. */
export function followKeys(onKeys: (keys: string) => void): void {
  window.addEventListener('keydown', event => {
    const main = mac ? event.metaKey : event.ctrlKey
    const standsAlone = /^(?:F\d+|Escape)$/.test(event.key)
    if ((!main && !event.altKey && !standsAlone) || ['Control', 'Meta', 'Alt', 'Shift'].includes(event.key))
      return
    const keys = [
      main && 'Mod',
      event.altKey && 'Alt',
      event.shiftKey && 'Shift',
      event.key.length === 1 ? event.key.toUpperCase() : event.key,
    ]
    const combination = keys.filter(Boolean).join('+')
    if (own.has(combination)) return
    event.preventDefault()
    onKeys(combination)
  })
}
