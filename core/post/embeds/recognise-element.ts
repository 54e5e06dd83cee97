import { type Embed } from './embed.ts'
import { scanHtml } from './html-scanner.ts'
import { findElements } from './recognise.ts'

/**
 * The embed a rendered element is (iframe, script, object, video, blockquote …), from its outer HTML; undefined for
 * any other element. For the preview, which shows a card in its place.
 */
export function recogniseElement(outerHtml: string): Embed | undefined {
  const found = findElements(scanHtml(outerHtml))[0]
  return found?.first === 0 ? found.outcome : undefined
}
