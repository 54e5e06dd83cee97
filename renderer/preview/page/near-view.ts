/** Acts once something comes near what the writer sees: a post may hold hundreds of it. */
const margin = '400px 0px'

const waiting = new WeakMap<Element, () => void>()

const observer = new IntersectionObserver(
  entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      observer.unobserve(target)
      waiting.get(target)?.()
      waiting.delete(target)
    }
  },
  { rootMargin: margin },
)

/** @param element may come into the page later */
export function whenNear(element: Element, act: () => void): void {
  waiting.set(element, act)
  observer.observe(element)
}
