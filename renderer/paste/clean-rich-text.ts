import DOMPurify from 'dompurify'

/** What Markdown has words for; all else is left out, its text stays. */
const allowedTags =
  'a b strong i em del s code pre br hr p div span img h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td'.split(
    ' ',
  )

const isBold = /^(?:bold|[6-9]\d\d)/

/** The pasted HTML as a tree of plain elements: nothing in it runs or loads, and looks that mean something are marked up. */
export function cleanRichText(html: string): HTMLElement {
  const body = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'style', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
    RETURN_DOM: true,
  }) as HTMLElement
  for (const element of body.querySelectorAll<HTMLElement>('[style]')) markUpLooks(element)
  for (const image of body.querySelectorAll('img:not([src])')) image.remove()
  return body
}

/** Google Docs writes `<b style="font-weight: normal">` around everything, and bold words as spans with a weight. */
function markUpLooks(element: HTMLElement): void {
  const { fontWeight, fontStyle } = element.style
  const { tagName } = element
  if ((tagName === 'B' || tagName === 'STRONG') && /^(?:normal|[1-5]00)$/.test(fontWeight))
    element.replaceWith(...element.childNodes)
  else if (tagName === 'SPAN' && element.textContent.trim() !== '') {
    if (fontStyle === 'italic') wrapContent(element, 'em')
    if (isBold.test(fontWeight)) wrapContent(element, 'strong')
  }
}

function wrapContent(element: HTMLElement, tag: 'em' | 'strong'): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
