/** For this long after a gesture the writer scrolls; other scrolling is ours and is not reported. */
const gestureMs = 700

export interface WriterScroll {
  /** What scrolls from here on is not the writer. */
  forget(): void
}

/**
 * Tells when the writer scrolls, once a frame at most: after the wheel, a finger, the pointer or a key, not when the
 * other pane moved this one.
 *
 * @param gestures where the writer's input and the scrolling are heard
 * @param scrolled what is scrolled
 * @param onScrolled with whether the end is in sight
 */
export function followWriterScroll(
  gestures: Window | HTMLElement,
  scrolled: HTMLElement,
  onScrolled: (atEnd: boolean) => void,
): WriterScroll {
  let gestureAt = -Infinity
  let waiting = false
  const gesture = () => (gestureAt = performance.now())
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    gestures.addEventListener(type, gesture, { passive: true })
  gestures.addEventListener(
    'scroll',
    () => {
      if (performance.now() - gestureAt > gestureMs || waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        gesture()
        onScrolled(isAtEnd(scrolled))
      })
    },
    { passive: true },
  )
  return { forget: () => (gestureAt = -Infinity) }
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2
}
