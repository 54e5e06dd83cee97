/** What a layout puts around the content of a post. */
export type PageShell =
  /** The content stands once in the page, between these. */
  | { readonly type: 'around'; readonly before: string; readonly after: string }
  /** The page as a whole: the content is not in it as it is, or in no place of its own. */
  | { readonly type: 'whole'; readonly html: string }
  /** There is no layout, or it could not be rendered. */
  | { readonly type: 'none' }

/**
 * Takes the content out of a page, so that it can change without the page.
 *
 * @param output  the page with its layouts, as Jekyll writes it; null where a layout failed
 * @param content the content alone
 */
export function pageShell(output: string | null, content: string): PageShell {
  if (output === null || output === content) return { type: 'none' }
  const at = content.trim() === '' ? -1 : placeOf(content, output)
  if (at === -1) return { type: 'whole', html: output }
  return { type: 'around', before: output.slice(0, at), after: output.slice(at + content.length) }
}

/** A short post may stand in the head, too, as its own description: its place is in the body. */
function placeOf(content: string, output: string): number {
  const body = output.search(/<body[\s>]/i)
  return output.indexOf(content, Math.max(body, 0))
}
