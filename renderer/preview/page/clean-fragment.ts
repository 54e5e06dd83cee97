import { cardForElement, embedSelector } from './embed-card.ts'
import type { PageContext } from './page-context.ts'
import { showPictures } from './pictures.ts'
import { styleOfSite } from './style-of-site.ts'

/** What a post cannot do in the preview, whatever the published page would. */
const dropped =
  'script, meta, base, link, object, embed, applet, frame, frameset, title, template, noscript, portal, fencedframe'

const droppedAttributes = new Set([
  'action',
  'formaction',
  'ping',
  'target',
  'autofocus',
  'autoplay',
  'accesskey',
  'srcdoc',
  'background',
  'nonce',
])

/**
 * HTML of a post as nodes that load nothing by themselves and run nothing: embeds are cards, remote pictures are
 * placeholders, and what could act is gone. The page's header forbids the same once more.
 */
export function cleanFragment(html: string, context: PageContext): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  const { content } = template
  const seen = new Map<string, number>()
  for (const element of content.querySelectorAll<HTMLElement>(embedSelector)) {
    if (!content.contains(element)) continue
    const card = cardForElement(element, seen, context)
    if (card) element.replaceWith(context.enclose(card))
    else if (element.tagName === 'IFRAME') element.replaceWith(context.enclose(noFrame(element)))
  }
  for (const element of content.querySelectorAll(dropped)) element.remove()
  showPictures(content, context)
  for (const element of content.querySelectorAll('*')) cleanAttributes(element, context)
  for (const style of content.querySelectorAll('style'))
    style.textContent = styleOfSite(style.textContent, context)
  return content
}

/** A frame that no one recognises: it says where it would come from. */
function noFrame(frame: Element): HTMLElement {
  const note = document.createElement('div')
  note.className = 'no-frame'
  const address = frame.getAttribute('src') ?? ''
  note.textContent =
    address === '' ? 'A frame without an address' : `A frame that is not shown here: ${address}`
  return note
}

function cleanAttributes(element: Element, context: PageContext): void {
  for (const { name, value } of Array.from(element.attributes)) {
    if (name.startsWith('on') || droppedAttributes.has(name)) element.removeAttribute(name)
    else if (name === 'style') element.setAttribute(name, styleOfSite(value, context))
    else if (/^(?:xlink:)?href$/.test(name) && isScript(value)) element.removeAttribute(name)
  }
}

function isScript(address: string): boolean {
  // Browsers ignore control characters and spaces in a scheme.
  return /^(?:javascript|vbscript|data):/i.test(address.replaceAll(/[\u0000-\u0020]/g, ''))
}
