import type { FramePost } from '../frame-protocol.ts'

/** Title and day over the content, which most layouts put there. */
export function showPost({ title, day }: FramePost): void {
  document.querySelector('#title')!.textContent = title
  document.querySelector('#day')!.textContent = day
}
