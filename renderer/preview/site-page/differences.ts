import { type FromFrame, mostDifferences } from '../frame-protocol.ts'
import type { StyleFetch } from '../page/local-style.ts'

/** What of the site's page does not show here, gathered while it is built and loaded. */
export interface Differences {
  /** Forgets those of the page before. */
  begin(): void
  /** Forgets those of the style sheets before, which stay as long as their sheets do. */
  beginSheets(): void
  add(difference: string): void
  addOfSheet(difference: string): void
  /** Something that the page's own style asks of another host. */
  addRemote(url: string, kind: StyleFetch): void
}

/** Told together, as a page finds many at once. */
const togetherMs = 100

export function createDifferences(
  tell: (found: Extract<FromFrame, { type: 'differs' }>) => void,
): Differences {
  const ofPage = new Set<string>()
  const ofSheets = new Set<string>()
  const hosts = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tellSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      const differences = [...ofPage, ...ofSheets].slice(0, mostDifferences)
      tell({ type: 'differs', differences, hosts: [...hosts].slice(0, mostDifferences) })
    }, togetherMs)
  }

  const begin = (found: Set<string>) => () => {
    found.clear()
    tellSoon()
  }

  const add = (found: Set<string>) => (difference: string) => {
    if (found.size >= mostDifferences) return
    found.add(difference.slice(0, 1_000))
    tellSoon()
  }

  const addOfPage = add(ofPage)
  const addOfSheet = add(ofSheets)
  // What the site's style sheets ask of other hosts; the page's header refuses it.
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const kind = kinds[effectiveDirective]
    if (!kind || blockedURI === 'inline') return
    addOfSheet(notLoaded(kind, blockedURI))
    if (kind !== picture) addHost(blockedURI)
  })

  function addHost(url: string): void {
    if (URL.canParse(url)) hosts.add(new URL(url).origin.replace(/^http:/, 'https:'))
  }

  return {
    begin: begin(ofPage),
    beginSheets: begin(ofSheets),
    add: addOfPage,
    addOfSheet,
    addRemote(url, kind) {
      addOfPage(notLoaded(kind === 'sheet' ? sheet : 'A picture or font of the style', url))
      addHost(url)
    },
  }
}

function notLoaded(kind: string, url: string): string {
  return `${kind} of another host is not loaded: ${url}`
}

const sheet = 'A style sheet'
const picture = 'A picture of the style'

const kinds: Readonly<Record<string, string>> = {
  'style-src': sheet,
  'style-src-elem': sheet,
  'font-src': 'A font',
  'img-src': picture,
}
