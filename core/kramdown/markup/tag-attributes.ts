import { downcase } from '../characters.ts'
import { type ContentModel, type Element, deleteAttribute, setAttribute } from '../element.ts'
import type { StartTag } from './tags.ts'

/** Names of attributes are in lower case where the element is HTML's. */
export function setTagAttributes(
  element: Element,
  tag: StartTag,
  known: boolean,
  duplicate: (name: string) => void,
): void {
  for (const [written, value] of tag.attributes) {
    const name = known ? downcase(written) : written
    if (element.attributes.has(name)) duplicate(name)
    setAttribute(element, name, value)
  }
}

/** `markdown="…"` → how the content is read; `default` as the element says. */
const markdownModels: ReadonlyMap<string, ContentModel | 'default'> = new Map([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
])

/** Takes the `markdown` attribute off an element. */
export function takeMarkdownAttribute(element: Element): ContentModel | 'default' | undefined {
  const model = markdownModels.get(element.attributes.get('markdown') ?? '')
  deleteAttribute(element, 'markdown')
  return model
}
