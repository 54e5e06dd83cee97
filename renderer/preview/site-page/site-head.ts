import type { PageContext } from '../page/page-context.ts'
import { styleAddress, styleOfSite } from '../page/style-of-site.ts'
import type { Differences } from './differences.ts'

/** A style sheet of the site's page, in the order they hold. */
export type Sheet =
  | { readonly type: 'link'; readonly url: string; readonly address: string; readonly media: string }
  | { readonly type: 'style'; readonly text: string; readonly media: string }

/** The first Sass of a site may take that long; a host that does not answer has no more time. */
const mostLoadingMs = 3_000

/** More are not loaded. */
const mostSheets = 100

/** The style sheets a page has; of those only the site's own are loaded, and of hosts that the writer let in. */
export function collectSheets(page: Document, context: PageContext, differences: Differences): Sheet[] {
  const elements = [...page.querySelectorAll('link[rel~="stylesheet" i], style')].slice(0, mostSheets)
  return elements.flatMap((element): Sheet[] => {
    const media = element.getAttribute('media') ?? ''
    if (element.localName === 'style')
      return [
        { type: 'style', text: styleOfSite(element.textContent, context, differences.addRemote), media },
      ]
    const address = element.getAttribute('href') ?? ''
    const place = styleAddress(address, context)
    if (place.type === 'local' && !/^\s*data:/i.test(address))
      return [{ type: 'link', url: place.url, address, media }]
    if (place.type === 'remote') differences.addRemote(place.url, 'sheet')
    return []
  })
}

let current: readonly HTMLElement[] = []
let currentKey = ''

/**
 * Puts the style sheets in the place of those before, unless they are the same and of the same state of the site.
 *
 * @returns when they count, or cannot be had
 */
export async function showSheets(
  sheets: readonly Sheet[],
  siteVersion: string,
  differences: Differences,
): Promise<void> {
  const key = JSON.stringify([siteVersion, sheets])
  if (key === currentKey) return
  currentKey = key
  differences.beginSheets()
  const old = current
  current = sheets.map(sheet => (sheet.type === 'link' ? linkTo(sheet, differences) : styleOf(sheet)))
  const loading = current.filter(element => element.localName === 'link').map(settled)
  document.head.append(...current)
  // Those before stay until then, so that no page is seen without a style.
  await Promise.race([Promise.all(loading), new Promise(done => setTimeout(done, mostLoadingMs))])
  for (const element of old) element.remove()
}

function settled(element: HTMLElement): Promise<void> {
  return new Promise(done => {
    for (const end of ['load', 'error']) element.addEventListener(end, () => done(), { once: true })
  })
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
  const addresses: string[] = []
  let inside = 0
  for (const script of page.querySelectorAll('script')) {
    const type = script.type.trim().toLowerCase()
    if (type !== '' && type !== 'module' && !/(?:java|ecma)script$/.test(type)) continue
    const address = script.getAttribute('src')
    if (address === null) inside++
    else addresses.push(address)
  }
  if (addresses.length === 1) differences.add(`A script of the layout does not run here: ${addresses[0]}`)
  else if (addresses.length > 1)
    differences.add([`${addresses.length} scripts of the layout do not run here:`, ...addresses].join('\n'))
  if (inside > 0)
    differences.add(
      inside === 1
        ? 'A script inside the layout does not run here.'
        : `${inside} scripts inside the layout do not run here.`,
    )
}
