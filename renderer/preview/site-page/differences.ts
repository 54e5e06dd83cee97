import { mostDifferences } from '../frame-protocol.ts'

/** What of the site's page does not show here, gathered while it is built and loaded. */
export interface Differences {
  /** Forgets those of the page before. */
  begin(): void
  /** Forgets those of the style sheets before, which stay as long as their sheets do. */
  beginSheets(): void
  add(difference: string): void
  addOfSheet(difference: string): void
}

/** Told together, as a page finds many at once. */
const togetherMs = 100

export function createDifferences(tell: (differences: readonly string[]) => void): Differences {
  const ofPage = new Set<string>()
  const ofSheets = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tellSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      tell([...ofPage, ...ofSheets].slice(0, mostDifferences))
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

  const addOfSheet = add(ofSheets)
  // What the site's style sheets ask of other hosts; the page's header refuses it.
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const kind = kinds[effectiveDirective]
    if (kind && blockedURI !== 'inline') addOfSheet(`${kind} of another host is not loaded: ${blockedURI}`)
  })

  return { begin: begin(ofPage), beginSheets: begin(ofSheets), add: add(ofPage), addOfSheet }
}

const kinds: Readonly<Record<string, string>> = {
  'style-src': 'A style sheet',
  'style-src-elem': 'A style sheet',
  'font-src': 'A font',
  'img-src': 'A picture of the style',
}
