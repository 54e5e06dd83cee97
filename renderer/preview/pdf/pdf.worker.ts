import { PDFDataRangeTransport } from 'unpdf/pdfjs'
import { drawPdfPage } from './draw-pdf-page.ts'
import type { PdfReply, PdfRequest, PdfTrouble } from './pdf-protocol.ts'

/** Draws pages of PDFs, one at a time, away from the thread that the writer types in. It asks the app for their bytes. */

/** So many bytes are asked for at once. */
const partBytes = 256 * 1024

const waiting = new Map<number, (bytes: Uint8Array) => void>()

self.addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  if (data.type === 'draw') void draw(data)
  else {
    waiting.get(data.from)?.(Uint8Array.from(atob(data.base64), character => character.charCodeAt(0)))
    waiting.delete(data.from)
  }
})

async function draw({ sizeBytes, page }: Extract<PdfRequest, { type: 'draw' }>): Promise<void> {
  try {
    reply({ type: 'drawn', picture: await drawPdfPage(createRange(sizeBytes), page) })
  } catch (error) {
    reply({ type: 'failed', trouble: troubleOf(error) })
  }
}

/** The bytes of the document, wherever pdf.js looks: of a long one only what the page is made of. */
function createRange(sizeBytes: number): PDFDataRangeTransport {
  const range = new PDFDataRangeTransport(sizeBytes, null)
  range.requestDataRange = (begin, end) =>
    void readAll(begin, end).then(bytes => range.onDataRange(begin, bytes))
  return range
}

async function readAll(begin: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - begin)
  for (let from = begin; from < end; from += partBytes)
    bytes.set(await read(from, Math.min(partBytes, end - from)), from - begin)
  return bytes
}

function read(from: number, length: number): Promise<Uint8Array> {
  reply({ type: 'read', from, length })
  return new Promise(resolve => waiting.set(from, resolve))
}

function troubleOf(error: unknown): PdfTrouble {
  return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken'
}

function reply(message: PdfReply): void {
  self.postMessage(message, { transfer: [] })
}
