/** A page of a PDF as it is shown: its pixels, encoded by Lectern. */
export interface PdfPicture {
  /** A `data:` address. */
  readonly picture: string
  /** Width divided by height of the page. */
  readonly ratio: number
  /** Of the document. */
  readonly pages: number
  /** The page that is shown, from 1. */
  readonly page: number
}

/** Why a page cannot be shown. */
export type PdfTrouble =
  | 'broken'
  /** A password is asked for. */
  | 'locked'
  | 'too-large'
  | 'too-slow'
  | 'missing'

/** What the worker is told. */
export type PdfRequest =
  | { readonly type: 'draw'; readonly sizeBytes: number; readonly page: number }
  /** The bytes it asked for, as base64. */
  | { readonly type: 'part'; readonly from: number; readonly base64: string }

/** What it answers. */
export type PdfReply =
  | { readonly type: 'read'; readonly from: number; readonly length: number }
  | { readonly type: 'drawn'; readonly picture: PdfPicture }
  | { readonly type: 'failed'; readonly trouble: PdfTrouble }
