/** A link says where it leads when the pointer rests on it: not every window has a line for that. */
export function sayTargets(): void {
  const onOver = (event: PointerEvent): void => {
    const [first] = event.composedPath()
    const link =
      first instanceof Element ? first.closest('a[href]:not([title]), area[href]:not([title])') : null
    link?.setAttribute('title', link.getAttribute('href') ?? '')
  }
  window.addEventListener('pointerover', onOver, { capture: true, passive: true })
}
