/** Elements that may be an embed. */
export const embedSelector =
  'iframe, script, object, embed, video, audio, blockquote[class], lite-youtube, lite-vimeo, amp-youtube'

/** The card that stands for an embed, or undefined for an element that is none. */
export function cardForElement(element: HTMLElement, _seen: Map<string, number>): HTMLElement | undefined {
  return element.tagName === 'IFRAME' ? document.createElement('figure') : undefined
}
