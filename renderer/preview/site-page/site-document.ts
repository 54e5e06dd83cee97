import type { PageShell } from '../page-shell.ts'
import { cleanFragment } from '../page/clean-fragment.ts'
import type { PageContext } from '../page/page-context.ts'
import { styleOfSite } from '../page/style-of-site.ts'
import type { Differences } from './differences.ts'
import { collectSheets, noteScripts, showSheets } from './site-head.ts'
import { createDressing } from './dressing.ts'
import type { SlotBlocks } from './slot-blocks.ts'

export interface SiteDocumentOptions {
  readonly context: PageContext
  readonly blocks: SlotBlocks
  readonly differences: Differences
}

/** Makes this document the site's page: its style sheets, its body, and in it the place of the content. */
export interface SiteDocument {
  /** @param siteVersion another one says that style sheets may have changed, though the page names the same */
  show(shell: PageShell, siteVersion: string): void
  /** Makes the body anew: other things may load now. */
  renew(): void
}

/** Stands in the page for the content while it is read. */
const slotStart = 'the content'
const slotEnd = 'end of the content'
const slot = `<!--${slotStart}--><!--${slotEnd}-->`

export function createSiteDocument({ context, blocks, differences }: SiteDocumentOptions): SiteDocument {
  const dressing = createDressing()
  let shown = { html: '', siteVersion: '' }
  let last: Parameters<SiteDocument['show']> = [{ type: 'none' }, '']

  function show(shell: PageShell, siteVersion: string): void {
    last = [shell, siteVersion]
    const html = htmlOf(shell)
    const before = shown
    if (html === before.html && siteVersion === before.siteVersion) return
    shown = { html, siteVersion }
    // Parsed apart from this document, nothing in it loads or runs.
    const page = new DOMParser().parseFromString(html, 'text/html')
    differences.begin()
    noteScripts(page, differences)
    void dressing.until(showSheets(collectSheets(page, context, differences), siteVersion, differences))
    if (html === before.html) return
    copyAttributes(page.documentElement, document.documentElement, context)
    copyAttributes(page.body, document.body, context)
    for (const style of page.body.querySelectorAll('style')) style.remove()
    showBody(cleanFragment(page.body.innerHTML, context))
  }

  function showBody(content: DocumentFragment): void {
    const old = [...document.body.childNodes]
    const place = findSlot(content)
    document.body.append(content)
    // The blocks move while both places are in the page, so that players in them go on playing.
    if (place) blocks.moveTo(place.start, place.end)
    else blocks.hide()
    for (const node of old) node.remove()
  }

  return {
    show,
    renew() {
      shown = { html: '', siteVersion: '' }
      show(...last)
    },
  }
}

function htmlOf(shell: PageShell): string {
  if (shell.type === 'around') return shell.before + slot + shell.after
  return shell.type === 'whole' ? shell.html : slot
}

function findSlot(content: DocumentFragment): { readonly start: Comment; readonly end: Comment } | undefined {
  const comments = document.createTreeWalker(content, NodeFilter.SHOW_COMMENT)
  while (comments.nextNode()) {
    const start = comments.currentNode as Comment
    const end = start.nextSibling
    if (start.data === slotStart && end instanceof Comment && end.data === slotEnd) return { start, end }
  }
  return undefined
}

/** What style sheets select by. */
function copyAttributes(from: Element, to: Element, context: PageContext): void {
  for (const { name } of Array.from(to.attributes)) to.removeAttribute(name)
  for (const { name, value } of Array.from(from.attributes))
    if (/^(?:class|id|lang|dir|style|data-[\w-]+)$/.test(name))
      to.setAttribute(name, name === 'style' ? styleOfSite(value, context) : value)
}
