import { sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** The day in a post's front matter, ISO; undefined where there is none. */
export function readPostDate(source: string): string | undefined {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return undefined
  const match = /^date[ \t]*:[ \t]*["']?(\d{4})-(\d{1,2})-(\d{1,2})/m.exec(sliceSpan(source, yaml))
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : undefined
}
