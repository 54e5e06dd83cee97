import type { FrameChannel } from './frame-channel.ts'

/** Sees to it that what is shown in the preview has the keys only while the writer uses it. */
export interface KeyKeeper {
  /** The page stopped something that had taken them. */
  giveBack(): void
}

/** Tells the preview page when the writer goes into it and out of it. */
export function keepKeys(channel: FrameChannel): KeyKeeper {
  let last: HTMLElement | undefined
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target !== channel.element) last = target
  })
  window.addEventListener('blur', () => {
    if (document.activeElement === channel.element) channel.send({ type: 'entered' })
  })
  window.addEventListener('focus', () => channel.send({ type: 'left' }))
  return { giveBack: () => last?.focus() }
}
