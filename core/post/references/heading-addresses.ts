import { headingIds } from '../updates/heading-ids.ts'
import { findHeadings } from '../writing/index.ts'

/** The headings of a post that can be linked to, with their address within the post. */
export function headingAddresses(source: string): { readonly title: string; readonly url: string }[] {
  const ids = headingIds(source)
  return findHeadings(source).flatMap(({ text, offset }) => {
    const id = ids.get(offset)
    return id === undefined ? [] : [{ title: text, url: `#${id}` }]
  })
}
