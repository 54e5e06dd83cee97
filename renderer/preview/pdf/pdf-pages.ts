import { type HostApi, type SitePdf, largestPdfBytes } from '../../../core/contract/index.ts'
import type { PdfPicture, PdfReply, PdfRequest, PdfTrouble } from './pdf-protocol.ts'

/** Pages of the PDFs of the site as pictures, each drawn once for each content. */
export interface PdfPages {
  /** Of a page, from 1, of the PDF at a path of the site as it is now. */
  draw(path: string, page: number): Promise<DrawnPage>
}

/** A page as it can be shown, or why it cannot. */
export type DrawnPage = PdfPicture | PdfTrouble

export interface PdfPagesOptions {
  readonly host: Pick<HostApi, 'findSitePdf' | 'readSitePdf'>
  readonly startWorker: () => Worker
}

/** A page that takes longer is given up. */
const patienceMs = 5_000
/** The worker goes when nobody wanted a page for so long. */
const idleMs = 30_000
/** Pictures kept in memory. */
const mostKept = 60

export function createPdfPages({ host, startWorker }: PdfPagesOptions): PdfPages {
  const kept = new Map<string, DrawnPage>()
  let last: Promise<unknown> = Promise.resolve()
  let worker: Worker | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  async function drawNow(path: string, page: number): Promise<DrawnPage> {
    const pdf = await host.findSitePdf(path)
    if (!pdf) return 'missing'
    const { version } = pdf
    if (version === undefined) return 'too-large'
    const name = `${version} ${page}`
    const known = kept.get(name)
    if (known) return known
    const drawn = await inWorker(path, pdf, page)
    // Slowness may have been the machine's.
    if (drawn !== 'too-slow') keep(name, drawn)
    return drawn
  }

  function keep(name: string, drawn: DrawnPage): void {
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
    kept.set(name, drawn)
  }

  function inWorker(path: string, { sizeBytes }: SitePdf, page: number): Promise<DrawnPage> {
    clearTimeout(idle)
    const at = (worker ??= startWorker())
    const ended = new AbortController()
    return new Promise<DrawnPage>(resolve => {
      const timer = setTimeout(() => finish('too-slow', true), patienceMs)
      function finish(drawn: DrawnPage, isStuck = false): void {
        clearTimeout(timer)
        ended.abort()
        if (isStuck) stop()
        else idle = setTimeout(stop, idleMs)
        resolve(drawn)
      }
      function hear({ data }: MessageEvent<PdfReply>): void {
        if (data.type === 'drawn') finish(data.picture)
        else if (data.type === 'failed') finish(data.trouble)
        // pdf.js, taking the worker for one of its own, has something to say, too.
        else if (data.type === 'read')
          host.readSitePdf(path, data.from, data.length).then(
            base64 => tell({ type: 'part', from: data.from, base64 }),
            () => finish('missing', true),
          )
      }
      const tell = (request: PdfRequest): void => at.postMessage(request, { transfer: [] })
      at.addEventListener('message', hear, { signal: ended.signal })
      at.addEventListener('error', () => finish('broken', true), { signal: ended.signal })
      tell({ type: 'draw', sizeBytes, page })
    })
  }

  function stop(): void {
    worker?.terminate()
    worker = undefined
  }

  return {
    draw(path, page) {
      const drawn = last.then(() => drawNow(path, page))
      last = drawn.catch(() => undefined)
      return drawn
    },
  }
}

const megabyte = 1024 * 1024

/** What a card says in place of a page. */
export const pdfTroubles: Readonly<Record<PdfTrouble, string>> = {
  broken: 'This PDF cannot be read, so its page is not shown.',
  locked: 'This PDF asks for a password, so its page is not shown.',
  'too-large': `This PDF is larger than ${largestPdfBytes / megabyte} MB, so its page is not shown.`,
  'too-slow': 'Drawing this page takes too long, so it is not shown.',
  missing: 'The site has no such PDF.',
}
