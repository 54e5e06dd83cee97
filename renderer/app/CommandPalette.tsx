import type { DialogProps } from './dialogs.ts'

export function CommandPalette({ onClose }: DialogProps) {
  onClose()
  return null
}
