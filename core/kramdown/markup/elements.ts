import type { ContentModel } from '../element.ts'
import type { Version } from '../version.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** What kramdown knows of HTML elements (parser/html.rb, Constants). */
const contentModels: readonly [ContentModel, readonly string[]][] = [
  [
    'block',
    words(
      'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form ' +
        'header hgroup iframe li main map menu nav noscript object section summary td',
    ),
  ],
  [
    'span',
    words(
      'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup ' +
        'p q rb rbc rp rt rtc ruby select small span strong sub sup th tt',
    ),
  ],
  ['raw', words('script style math option textarea pre code kbd samp var')],
]

const modelOf: ReadonlyMap<string, ContentModel> = new Map(
  contentModels.flatMap(([model, names]) => names.map(name => [name, model] as const)),
)

/** What the content of an element is read as when its markdown is to be read at all. */
export function contentModelOf(name: string): ContentModel {
  return modelOf.get(name) ?? 'raw'
}

/** Elements that stand in a line of text. `script` and `textarea` may stand in both and are in neither list. */
const spanElements: ReadonlySet<string> = new Set(
  words(
    'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp ' +
      'rt rtc ruby samp select small span strong sub sup tt u var',
  ),
)

export function isSpanElement(name: string, version: Version): boolean {
  return spanElements.has(name) || (version === '2.5' && name === 'time')
}

/** Elements that never stand in a line of text. */
export const blockElements: ReadonlySet<string> = new Set(
  words(
    'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer ' +
      'form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre ' +
      'section summary table tbody td th thead tfoot tr ul',
  ),
)

/** Elements without content or end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  words('area base br col command embed hr img input keygen link meta param source track wbr'),
)

const known: ReadonlySet<string> = new Set([
  ...spanElements,
  ...blockElements,
  ...voidElements,
  ...modelOf.keys(),
])

/** Whether a name is HTML's, and so case does not matter. */
export function isHtmlElement(name: string, version: Version): boolean {
  return known.has(name) || (version === '2.5' && name === 'time')
}

/** Elements a line of a paragraph may begin with (parser/kramdown/paragraph.rb, LAZY_END_HTML_SPAN_ELEMENTS). */
export function mayStartLazyLine(name: string, version: Version): boolean {
  return name === 'script' || isSpanElement(name, version)
}
