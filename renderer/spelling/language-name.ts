const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** `Austrian German` for `de-at`; the tag itself where it is nobody's. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
