import { type RefObject, useLayoutEffect, useState } from 'react'

/** A stretch of a scrolled element, in rem from its top. */
export interface VisibleRange {
  readonly from: number
  readonly to: number
}

/** Rows made ahead of the scroll, in rem, so that a quick scroll shows no gap. */
const ahead = 24

/** Follows what of an element is scrolled into sight, in steps, so that not each pixel renders. */
export function useVisibleRange(element: RefObject<HTMLElement | null>): VisibleRange {
  const [range, setRange] = useState<VisibleRange>({ from: 0, to: 80 })
  useLayoutEffect(() => {
    const scrolled = element.current!
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const step = ahead / 2
      const from = Math.floor(scrolled.scrollTop / rem / step) * step - ahead
      const to = Math.ceil((scrolled.scrollTop + scrolled.clientHeight) / rem / step) * step + ahead
      setRange(old => (old.from === from && old.to === to ? old : { from, to }))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(scrolled)
    scrolled.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      scrolled.removeEventListener('scroll', measure)
    }
  }, [element])
  return range
}
