/**
 * Attribute lists — kramdown syntax, “Attribute List Definitions”: what stands in `{: … }`.
 *
 *     #id .class key="value" name
 *
 * `name` takes in the list defined by `{:name: … }`.
 */
export interface AttributeList {
  /** Names of the definitions taken in. */
  readonly references: string[]
  readonly attributes: Map<string, string>
}

export function createAttributeList(): AttributeList {
  return { references: [], attributes: new Map() }
}

/** parser/kramdown/extensions.rb, ALD_TYPE_ANY. The class of a value lets everything but `}` through. */
const item =
  /(?:^|[ \t\r\n\f\v])(?:(\w[\w-]*)=("|')((?:\\\}|\\\2|[^}\x02])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^ \t\r\n\f\v.#]+)+))(?=[ \t\r\n\f\v]|$)/g

const idOrClass = /#([A-Za-z][\w:-]*)|\.([^ \t\r\n\f\v.#]+)/g

/**
 * Adds to `list` what is written in `text`.
 *
 * @returns whether anything was found, or nothing was to be found
 */
export function readAttributeList(text: string, list: AttributeList): boolean {
  const bare = text.trim()
  if (bare === '' || bare === ':') return true
  let found = false
  for (const [, key, quote, value, reference, idsAndClasses] of text.matchAll(item)) {
    found = true
    if (reference !== undefined) list.references.push(reference)
    else if (key !== undefined) list.attributes.set(key, unescaped(value!, quote!))
    else readIdsAndClasses(idsAndClasses!, list.attributes)
  }
  return found
}

function unescaped(value: string, quote: string): string {
  return value.replaceAll('\\}', '}').replaceAll(`\\${quote}`, quote)
}

function readIdsAndClasses(text: string, attributes: Map<string, string>): void {
  for (const [, id, className] of text.matchAll(idOrClass)) {
    if (className !== undefined) addClass(attributes, className)
    else attributes.set('id', id!)
  }
}

/** Adds one list to another: classes add up, everything else is replaced (update_ial_with_ial). */
export function mergeAttributeList(list: AttributeList, added: AttributeList): void {
  for (const reference of added.references) list.references.push(reference)
  addAttributes(list.attributes, added.attributes)
}

/** How many definitions one attribute list may take in; a definition may name others, or itself. */
const MAX_REFERENCES = 500

/** The attributes after a list is applied to them, definitions first (update_attr_with_ial). */
export function applyAttributeList(
  attributes: ReadonlyMap<string, string>,
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
): Map<string, string> {
  const result = new Map(attributes)
  let references = 0
  const apply = (current: AttributeList, open: readonly AttributeList[]): void => {
    for (const name of current.references) {
      const definition = definitions.get(name)
      if (definition && !open.includes(definition) && references++ < MAX_REFERENCES)
        apply(definition, [...open, definition])
    }
    addAttributes(result, current.attributes)
  }
  apply(list, [list])
  return result
}

function addAttributes(attributes: Map<string, string>, added: ReadonlyMap<string, string>): void {
  for (const [key, value] of added) {
    if (key === 'class') addClass(attributes, value)
    else attributes.set(key, value)
  }
}

function addClass(attributes: Map<string, string>, name: string): void {
  const before = attributes.get('class')
  attributes.set('class', before ? `${before} ${name}` : name)
}
