import type { FromFrame } from '../frame-protocol.ts'
import { siteOrigin } from '../own-site.ts'
import type { Blocks } from './blocks.ts'
import type { PageContext } from './page-context.ts'

/** Reports links that are clicked, which never lead this page away, and where else the writer clicks. */
export function followClicks(blocks: Blocks, context: PageContext, tell: (message: FromFrame) => void): void {
  const onClick = (event: MouseEvent) => {
    // The path also leads into what we enclose.
    const [first] = event.composedPath()
    const target = first instanceof Element ? first : undefined
    const link = target?.closest('a[href], area[href]')
    if (link) {
      event.preventDefault()
      followLink(link, context, tell)
    } else if (target?.closest('form')) event.preventDefault()
    else if (event.type === 'click' && !target?.closest('button, summary, video, audio, input'))
      reportPlace(event)
  }

  function reportPlace(event: MouseEvent): void {
    // Whoever selects text wants to copy it.
    if (getSelection()?.isCollapsed === false) return
    const elements = blocks.elements()
    const index = elements.findIndex(element => element.contains(event.target as Node))
    if (index < 0) return
    const lines = blocks.lines()
    const line = lines[index]!
    const lastLine = Math.max(line, (lines[index + 1] ?? line + 1) - 1)
    tell({ type: 'clicked', line, lastLine, words: wordsAt(event.clientX, event.clientY) })
  }

  window.addEventListener('click', onClick, { capture: true })
  window.addEventListener('auxclick', onClick, { capture: true })
  window.addEventListener('submit', event => event.preventDefault(), { capture: true })
  window.addEventListener('dragover', event => event.preventDefault())
  window.addEventListener('drop', event => event.preventDefault())
}

function followLink(link: Element, context: PageContext, tell: (message: FromFrame) => void): void {
  const address = link.getAttribute('href') ?? ''
  if (address.startsWith('#')) {
    const there = document.getElementById(decodeURIComponent(address.slice(1)))
    there?.scrollIntoView()
    return
  }
  try {
    const page = new URL(context.post.url, siteOrigin(context.post.siteUrl))
    tell({ type: 'link', url: new URL(address, page).href })
  } catch {
    // An address that no browser can read leads nowhere.
  }
}

/** The word at a place of the screen with what stands before it, to find it again in the source. */
function wordsAt(x: number, y: number): string {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return ''
  const text = caret.offsetNode.textContent ?? ''
  const before = text.slice(0, caret.offset).split(/\s+/).slice(-3).join(' ')
  const after = /^\S*/.exec(text.slice(caret.offset))?.[0] ?? ''
  return before + after
}
