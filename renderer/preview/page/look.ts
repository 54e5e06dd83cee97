import type { FrameLook } from '../frame-protocol.ts'

/** Gives the page the app's theme and text size. */
export function applyLook({ theme, contrast, textSize }: FrameLook): void {
  const root = document.documentElement
  setOrRemove(root, 'data-theme', theme)
  setOrRemove(root, 'data-contrast', contrast)
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
}

function setOrRemove(root: HTMLElement, name: string, value: string): void {
  if (value === 'system') root.removeAttribute(name)
  else root.setAttribute(name, value)
}
