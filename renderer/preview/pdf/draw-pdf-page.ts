import { type PDFDataRangeTransport, type PDFPageProxy, getDocument } from 'unpdf/pdfjs'
import type { PdfPicture } from './pdf-protocol.ts'

/** As wide as a card gets on a large screen. */
const mostWidth = 1_280
/** Of the picture, whatever shape a page says it has. */
const mostPixels = 4_000_000
const mostHeight = 4_096
/** Of one picture on the page. */
const mostImagePixels = 40_000_000
const quality = 0.85

/**
 * Draws one page of a PDF in a worker: nothing of it runs, and nothing but its bytes is read.
 *
 * @param wanted from 1; the last page where there are fewer
 */
export async function drawPdfPage(range: PDFDataRangeTransport, wanted: number): Promise<PdfPicture> {
  const task = getDocument({
    range,
    disableAutoFetch: true,
    disableStream: true,
    // What is odd about a PDF is nothing for the log.
    verbosity: 0,
    maxImageSize: mostImagePixels,
    canvasMaxAreaInBytes: mostImagePixels * 4,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
    ownerDocument: { fonts: (self as unknown as { fonts: unknown }).fonts } as unknown as HTMLDocument,
  })
  try {
    const document = await task.promise
    const number = Math.min(wanted, document.numPages)
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const scales = [mostWidth / width, mostHeight / height, Math.sqrt(mostPixels / (width * height))]
    const picture = await draw(page, Math.min(...scales))
    return { picture, ratio: width / height, pages: document.numPages, page: number }
  } finally {
    await task.destroy()
  }
}

async function draw(page: PDFPageProxy, scale: number): Promise<string> {
  const viewport = page.getViewport({ scale })
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  )
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' }).promise
  return dataAddress(await canvas.convertToBlob({ type: 'image/webp', quality }))
}

function dataAddress(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The picture cannot be read.')))
    reader.readAsDataURL(picture)
  })
}

interface Drawing {
  canvas: OffscreenCanvas | null
  context: OffscreenCanvasRenderingContext2D | null
}

/** The canvases that pdf.js draws parts of a page on, where there is no document to make them. */
class WorkerCanvases {
  create(width: number, height: number): Drawing {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas) Object.assign(canvas, { width, height })
  }

  destroy(drawing: Drawing): void {
    Object.assign(drawing, { canvas: null, context: null })
  }
}

/** Filters are elements of a document: without one, colours stay as they are. */
class NoFilters {
  addFilter = noFilter
  addHCMFilter = noFilter
  addAlphaFilter = noFilter
  addLuminosityFilter = noFilter
  addHighlightHCMFilter = noFilter
  destroy(): void {}
}

function noFilter(): 'none' {
  return 'none'
}
