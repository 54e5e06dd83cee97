import { bodyLines } from './body-lines.ts'

export interface Heading {
  /** 1 to 6. */
  readonly level: number
  /** Without marks and attribute list. */
  readonly text: string
  /** From 1, in the source. */
  readonly line: number
  /** Of the line, in the source. */
  readonly offset: number
}

/** The headings of a post: `# …` and lines underlined with `=` or `-`. */
export function findHeadings(source: string): Heading[] {
  const headings: Heading[] = []
  let before: { readonly text: string; readonly from: number; readonly number: number } | undefined
  for (const line of bodyLines(source)) {
    if (line.code) {
      before = undefined
      continue
    }
    const hashes = /^ {0,3}(#{1,6})[ \t]*(\S.*)$/.exec(line.text)
    const underline = /^(=+|-+)\s*$/.exec(line.text)?.[1]
    if (hashes) headings.push(heading(hashes[1]!.length, hashes[2]!, line.number, line.from))
    else if (underline !== undefined && before)
      headings.push(heading(underline.startsWith('=') ? 1 : 2, before.text, before.number, before.from))
    const mayBeUnderlined = !hashes && underline === undefined && /^ {0,3}[^\s>*+|#-]/.test(line.text)
    before = mayBeUnderlined ? line : undefined
  }
  return headings
}

function heading(level: number, raw: string, line: number, offset: number): Heading {
  const text = raw
    .replace(/\s*\{[:#][^}]*\}\s*$/, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replaceAll(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/[*_`]/g, '')
    .trim()
  return { level, text, line, offset }
}
