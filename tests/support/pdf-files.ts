/** A PDF of one page with one line of words. @param more what else stands in its trailer */
export function smallPdf(words: string, { size = '400 300', more = '' } = {}): string {
  const content = `BT /F1 36 Tf 40 150 Td (${words}) Tj ET 0 0.4 0.8 rg 40 40 99 50 re f`
  return pdfOf(
    [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
      streamOf(content),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ],
    more,
  )
}

/** A PDF that asks for a password. */
export function lockedPdf(): string {
  const secret = `<${'5a'.repeat(32)}>`
  const encrypt = `<</Filter/Standard/V 1/R 2/O ${secret}/U ${secret}/P -4>>`
  return smallPdf('Secret', { more: `/Encrypt ${encrypt}/ID[<00><00>]` })
}

/** A PDF whose page draws a form that draws ten forms that draw ten forms, and so on: no machine comes to its end. */
export function endlessPdf(): string {
  const depth = 24
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = 6 + index
    const inner = index === depth - 1 ? '0 0 9 9 re f' : '/X Do '.repeat(10)
    return streamOf(
      inner,
      `/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</XObject<</X ${next} 0 R>>>>`,
    )
  })
  return pdfOf([
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    streamOf('/X Do'),
    ...forms,
  ])
}

function streamOf(content: string, entries = ''): string {
  return `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`
}

/** The page is object 3. Without a table of places: readers find the objects by looking for them. */
function pdfOf(objects: readonly string[], more = ''): string {
  const all = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    ...objects,
  ]
  const body = all.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj`).join('\n')
  return `%PDF-1.4\n${body}\ntrailer<</Root 1 0 R${more}>>\n%%EOF\n`
}
