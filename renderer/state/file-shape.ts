/** What of a file the editor does not show, so that saving gives back the bytes that were opened. */
export interface FileShape {
  readonly byteOrderMark: boolean
  /** `\r\n` only where every line ends so; in a file of mixed endings each `\r` stays in the text. */
  readonly ending: '\n' | '\r\n'
}

export const plainShape: FileShape = { byteOrderMark: false, ending: '\n' }

const byteOrderMark = '\uFEFF'

/** A file as the editor shows it: without a byte order mark, lines ended by `\n`. {@link writeShape} is its inverse. */
export function readShape(source: string): { readonly text: string; readonly shape: FileShape } {
  const marked = source.startsWith(byteOrderMark)
  const body = marked ? source.slice(1) : source
  const windows = /\r\n/.test(body) && !/(?<!\r)\n|\r(?!\n)/.test(body)
  return {
    text: windows ? body.replaceAll('\r\n', '\n') : body,
    shape: { byteOrderMark: marked, ending: windows ? '\r\n' : '\n' },
  }
}

/** The text of the file for what stands in the editor. */
export function writeShape(text: string, shape: FileShape): string {
  const body = shape.ending === '\r\n' ? text.replaceAll(/\r?\n/g, '\r\n') : text
  return shape.byteOrderMark ? byteOrderMark + body : body
}
