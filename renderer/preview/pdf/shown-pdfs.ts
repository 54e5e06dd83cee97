import type { PdfPage } from '../frame-protocol.ts'
import { type DrawnPage, type PdfPages, pdfTroubles } from './pdf-pages.ts'

/** Keeps the pages of PDFs on the cards of the preview true to the files. */
export interface ShownPdfs {
  /** The page shows a card for this. */
  want(path: string, page: number): void
  /** Files of the site changed. */
  refresh(): void
  /** A page that shows nothing yet is there. */
  forget(): void
}

export function createShownPdfs(pages: PdfPages, tell: (pdf: PdfPage) => void): ShownPdfs {
  const wanted = new Map<string, { readonly path: string; readonly page: number; drawn?: DrawnPage }>()

  async function show(name: string): Promise<void> {
    const entry = wanted.get(name)
    if (!entry) return
    const drawn = await pages.draw(entry.path, entry.page)
    if (wanted.get(name) !== entry || drawn === entry.drawn) return
    entry.drawn = drawn
    const { path, page } = entry
    tell({ path, page, ...(typeof drawn === 'string' ? { trouble: pdfTroubles[drawn] } : { drawn }) })
  }

  return {
    want(path, page) {
      const name = `${page} ${path}`
      wanted.set(name, { path, page })
      // Without its page a card still says what it stands for.
      show(name).catch(() => undefined)
    },
    refresh() {
      for (const name of wanted.keys()) show(name).catch(() => undefined)
    },
    forget: () => wanted.clear(),
  }
}
