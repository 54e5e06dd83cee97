/** The headings of the post. */
export function OutlinePanel() {
  return null
}
