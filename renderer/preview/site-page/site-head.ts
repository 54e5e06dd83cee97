import { withoutRemote } from '../page/clean-fragment.ts'
import { pictureAddress } from '../page/local-address.ts'
import type { PageContext } from '../page/page-context.ts'
import { siteRoot } from '../page/pictures.ts'
import type { Differences } from './differences.ts'

/** A style sheet of the site's page, in the order they hold. */
export type Sheet =
  | { readonly type: 'link'; readonly url: string; readonly address: string; readonly media: string }
  | { readonly type: 'style'; readonly text: string; readonly media: string }

/** More are not loaded. */
const mostSheets = 100

/** The style sheets a page has; of those only the site's own are loaded. */
export function collectSheets(page: Document, context: PageContext, differences: Differences): Sheet[] {
  const elements = [...page.querySelectorAll('link[rel~="stylesheet" i], style')].slice(0, mostSheets)
  return elements.flatMap((element): Sheet[] => {
    const media = element.getAttribute('media') ?? ''
    if (element.localName === 'style')
      return [{ type: 'style', text: withoutRemote(element.textContent), media }]
    const address = element.getAttribute('href') ?? ''
    const place = pictureAddress(address, context.post, siteRoot)
    if (place.type === 'local' && !/^\s*data:/i.test(address))
      return [{ type: 'link', url: place.url, address, media }]
    differences.add(`A style sheet of another host is not loaded: ${address}`)
    return []
  })
}

let current: readonly HTMLElement[] = []
let currentKey = ''

/** Puts the style sheets in the place of those before, unless they are the same. */
export function showSheets(sheets: readonly Sheet[], differences: Differences): void {
  const key = JSON.stringify(sheets)
  if (key === currentKey) return
  currentKey = key
  differences.beginSheets()
  const old = current
  current = sheets.map(sheet => (sheet.type === 'link' ? linkTo(sheet, differences) : styleOf(sheet)))
  document.head.append(...current)
  for (const element of old) element.remove()
}

function linkTo(sheet: Extract<Sheet, { type: 'link' }>, differences: Differences): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.media = sheet.media
  link.addEventListener('load', () => noteProblem(link, differences))
  link.addEventListener('error', () => {
    // A sheet that is there says the same when one that it imports is not.
    if (link.sheet && link.sheet.cssRules.length > 0) noteProblem(link, differences)
    else differences.addOfSheet(`A style sheet is not in the site’s folder: ${sheet.address}`)
  })
  link.href = sheet.url
  return link
}

/** The server says in the sheet why it could not be made. */
function noteProblem(link: HTMLLinkElement, differences: Differences): void {
  const [rule] = link.sheet?.cssRules ?? []
  if (!(rule instanceof CSSStyleRule)) return
  const problem = rule.style.getPropertyValue('--lectern-problem').trim()
  if (problem !== '') differences.addOfSheet(`A style sheet is left out. ${problem.replace(/^"|"$/g, '')}`)
}

function styleOf({ text, media }: Extract<Sheet, { type: 'style' }>): HTMLStyleElement {
  const style = document.createElement('style')
  style.media = media
  style.textContent = text
  return style
}

/** Scripts of the layout, which do not run here. */
export function noteScripts(page: Document, differences: Differences): void {
  let inside = 0
  for (const script of page.querySelectorAll('script')) {
    const type = script.type.trim().toLowerCase()
    if (type !== '' && type !== 'module' && !/(?:java|ecma)script$/.test(type)) continue
    const address = script.getAttribute('src')
    if (address === null) inside++
    else differences.add(`A script of the layout does not run here: ${address}`)
  }
  if (inside > 0)
    differences.add(
      inside === 1
        ? 'A script inside the layout does not run here.'
        : `${inside} scripts inside the layout do not run here.`,
    )
}
