/** Keeps the page out of sight while it has no style yet, so that nobody sees it bare. */
export interface Dressing {
  until(ready: Promise<void>): Promise<void>
}

export function createDressing(): Dressing {
  const curtain = new CSSStyleSheet()
  // Not `visibility`, which an element of the page could have of its own.
  curtain.replaceSync('html { opacity: 0 !important }')
  let isFirst = true

  return {
    /** Only the first page comes out of nothing; later ones keep the style before until theirs is there. */
    async until(ready) {
      if (!isFirst) return
      isFirst = false
      document.adoptedStyleSheets.push(curtain)
      await ready
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== curtain)
    },
  }
}
