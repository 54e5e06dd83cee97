const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML text content: `&`, `<` and `>` escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, character => entities[character]!)
}

/** Text as the value of a quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]!)
}
