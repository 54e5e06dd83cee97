import { useEffect } from 'react'
import type { SettingsStore } from '../state/settings.ts'
import { useSettings } from './lectern-context.ts'

/** Follows the settings of look: light or dark, contrast, text size. Without them, the system's are used. */
export function useTheme(settings: SettingsStore): void {
  useSettings()
  const theme = settings.string('look.theme', 'system')
  const contrast = settings.string('look.contrast', 'system')
  const textSize = settings.number('look.text-size', 100)
  useEffect(() => {
    const root = document.documentElement
    setOrRemove(root, 'data-theme', theme)
    setOrRemove(root, 'data-contrast', contrast)
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  }, [theme, contrast, textSize])
}

function setOrRemove(root: HTMLElement, name: string, value: string): void {
  if (value === 'system') root.removeAttribute(name)
  else root.setAttribute(name, value)
}
