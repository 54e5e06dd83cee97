import { type Element, jekyllOptions, parse } from '../../kramdown/index.ts'
import { sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** What kramdown reads an offset of a post as. */
export type PlaceInPost = 'front-matter' | 'code' | 'html' | 'link' | 'definition' | 'text'

/** What stands at an offset: helpers that write Markdown keep out of everything but `text`. */
export function placeInPost(source: string, offset: number): PlaceInPost {
  const { body } = splitFrontMatter(source)
  if (offset < body.from) return 'front-matter'
  const { root } = parse(sliceSpan(source, body), jekyllOptions)
  const at = offset - body.from
  const covers = ({ span }: Pick<Element, 'span'>): boolean => span.from < at && at < span.to
  if (root.definitions.some(covers)) return 'definition'
  let place: PlaceInPost = 'text'
  let element: Element | undefined = root
  while (element) {
    place = placeOf(element) ?? place
    element = element.children.find(covers)
  }
  return place
}

function placeOf(element: Element): PlaceInPost | undefined {
  switch (element.type) {
    case 'codeblock':
    case 'codespan':
      return 'code'
    case 'html_element':
    case 'xml_comment':
    case 'xml_pi':
    case 'raw':
      return 'html'
    case 'a':
    case 'img':
      return 'link'
    default:
      return undefined
  }
}
