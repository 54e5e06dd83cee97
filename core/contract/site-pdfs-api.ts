import { number, text } from './arguments.ts'
import type { Version } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** A larger PDF is not looked into. */
export const largestPdfBytes = 64 * 1024 * 1024

/** A PDF in the folder of the site. */
export interface SitePdf {
  readonly sizeBytes: number
  /** Of its content; undefined for one above {@link largestPdfBytes}. */
  readonly version?: Version
}

/** The PDFs of the site, whose pages the preview shows. A path is as it stands in a URL: from the site's root, percent-encoded. */
export interface SitePdfsApi {
  /** Undefined where the site has no such PDF. */
  findSitePdf(path: string): Promise<SitePdf | undefined>
  /** Bytes of it, as base64; fewer than asked for at its end. @throws 'pdf.missing' */
  readSitePdf(path: string, from: number, length: number): Promise<string>
  /** Shows it in the program the system has for PDFs. @throws 'pdf.missing', 'host.no-pdf-program' */
  openSitePdf(path: string): Promise<void>
}

export const sitePdfsMethods: MethodTable<SitePdfsApi> = {
  findSitePdf: ([path]) => [text(path)],
  readSitePdf: ([path, from, length]) => [text(path), number(from), number(length)],
  openSitePdf: ([path]) => [text(path)],
}
