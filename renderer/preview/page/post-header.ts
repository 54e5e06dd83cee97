import type { FramePost } from '../frame-protocol.ts'

/** Title and day over the content, which most layouts put there, and what is wrong with it. */
export function showPost({ title, day, notices }: FramePost): void {
  document.querySelector('#title')!.textContent = title
  document.querySelector('#day')!.textContent = day
  const list = document.querySelector('#notices')!
  if (list.textContent === notices.join('')) return
  list.replaceChildren(
    ...notices.map(notice => {
      const item = document.createElement('li')
      item.textContent = notice
      return item
    }),
  )
}
