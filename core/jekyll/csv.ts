/**
 * Rows of a CSV or TSV text (RFC 4180): fields may be quoted, quotes inside are doubled. Blank lines are no rows.
 *
 * @returns undefined for what Ruby's CSV refuses: a quote inside an unquoted field, one never closed
 */
export function readCsv(text: string, separator: string): (string | null)[][] | undefined {
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  let offset = 0
  const field = new RegExp(`"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*)`, 'y')
  while (offset < text.length) {
    field.lastIndex = offset
    const match = field.exec(text)
    if (!match) return undefined
    offset = field.lastIndex
    // An empty field without quotes is nil, one with quotes an empty text.
    row.push(match[1] === undefined ? match[2]! || null : match[1].replaceAll('""', '"'))
    if (text[offset] === separator) {
      offset++
      if (offset === text.length) row.push(null)
      continue
    }
    const end = /\r\n|\n|\r|$(?![\s\S])/y
    end.lastIndex = offset
    const ended = end.exec(text)
    if (!ended) return undefined
    offset = end.lastIndex
    if (row.length > 1 || row[0] !== null) rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}
