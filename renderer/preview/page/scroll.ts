import { followWriterScroll } from '../writer-scroll.ts'
import type { Blocks } from './blocks.ts'
import { lineAtTop, topOfLine } from './line-map.ts'

export interface ScrollFollower {
  /** Brings a line of the source to the top. */
  to(line: number): void
  /** Brings the block of a line into sight if it is not. */
  reveal(line: number): void
}

/** Reports where the writer scrolls, and scrolls where the app says. */
export function followScroll(blocks: Blocks, onScrolled: (line: number) => void): ScrollFollower {
  const root = document.documentElement
  const writer = followWriterScroll(window, root, atEnd =>
    onScrolled(atEnd ? Infinity : lineAtTop(measure(blocks), root.scrollTop)),
  )
  return {
    to(line) {
      writer.forget()
      const top = line === Infinity ? root.scrollHeight : topOfLine(measure(blocks), line)
      window.scrollTo({ top, behavior: 'instant' })
    },
    reveal(line) {
      const lines = blocks.lines()
      const after = lines.findIndex(start => start > line)
      const element = blocks.elements()[(after < 0 ? lines.length : after) - 1]
      if (!element) return
      const { top, bottom } = element.getBoundingClientRect()
      const margin = 24
      if (top >= 0 && bottom <= root.clientHeight) return
      if (bottom - top < root.clientHeight - 2 * margin)
        window.scrollBy({
          top: bottom > root.clientHeight ? bottom - root.clientHeight + margin : top - margin,
          behavior: 'instant',
        })
      else if (bottom < margin || top > root.clientHeight - margin)
        window.scrollBy({ top: top - margin, behavior: 'instant' })
    },
  }
}

function measure(blocks: Blocks) {
  const elements = blocks.elements()
  return {
    lines: blocks.lines(),
    top: (index: number) => elements[index]!.getBoundingClientRect().top + window.scrollY,
    height: document.documentElement.scrollHeight,
  }
}
