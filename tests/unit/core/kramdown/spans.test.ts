import { describe, expect, test } from 'vitest'
import { type Element, jekyllOptions, parse } from '../../../../core/kramdown/index.ts'
import { sliceSpan } from '../../../../core/text/index.ts'
import { readKramdownCorpus } from '../../../support/kramdown-corpus.ts'

/** The source text of each node of a type, in the order of the document. */
function written(source: string, type: Element['type']): string[] {
  const found: string[] = []
  const visit = (element: Element): void => {
    if (element.type === type) found.push(sliceSpan(source, element.span))
    for (const child of element.children) visit(child)
  }
  const { root } = parse(source, jekyllOptions)
  visit(root)
  for (const definition of root.definitions)
    if (definition.type === 'footnote_definition') visit(definition.content)
  return found
}

describe('a node says where it stands in the source', () => {
  test.each<[string, Element['type'], string, string[]]>([
    ['a paragraph', 'p', 'One\n\nTwo\nlines\n', ['One', 'Two\nlines']],
    ['a header', 'header', '# One\n\nTwo\n---\n', ['# One', 'Two\n---']],
    ['emphasis in a nested item', 'em', '* a\n  * b *c* d\n', ['*c*']],
    ['strong text in a quote in an item', 'strong', '* a\n\n  > b\n  > **c**\n', ['**c**']],
    ['emphasis across quoted lines', 'em', '> *a\n> b*\n', ['*a\n> b*']],
    ['a link in a table', 'a', '| a | b |\n| [c](/d) | `e|f` |\n', ['[c](/d)']],
    ['code beside a pipe in code', 'codespan', '| a | `b|c` |\n', ['`b|c`']],
    ['a link in a footnote', 'a', 'x[^n]\n\n[^n]: see\n    [it](/u)\n', ['[it](/u)']],
    ['a reference', 'a', '[a][b] and [b]\n\n[b]: /u\n', ['[a][b]', '[b]']],
    ['an item with a tab', 'em', '*\ta\n\t*b*\n', ['*b*']],
    ['text after a line end of two characters', 'em', 'a\r\n*b*\r\n\r\n> *c*\r\n', ['*b*', '*c*']],
    ['an abbreviation', 'abbreviation', 'a \\* HTML b\n\n*[HTML]: x\n', ['HTML']],
    ['a check box’s text', 'em', '* [x] *done*\n', ['*done*']],
    ['an HTML element', 'html_element', 'a\n\n<div>\nb\n</div>\n', ['<div>\nb\n</div>']],
    ['an image', 'img', 'a ![b](c.png) d\n', ['![b](c.png)']],
  ])('%s', (_what, type, source, expected) => {
    expect(written(source, type)).toEqual(expected)
  })
})

test('every node of the corpus lies in the source, and within its parent where it has one there', () => {
  const outside: string[] = []
  for (const { id, markdown } of readKramdownCorpus()) {
    const visit = (element: Element): void => {
      const { from, to } = element.span
      if (!(from >= 0 && from <= to && to <= markdown.length))
        outside.push(`${id} ${element.type} ${from}–${to}`)
      for (const child of element.children) visit(child)
    }
    visit(parse(markdown, jekyllOptions).root)
  }
  expect(outside).toEqual([])
})

test('text nodes are what the source says at their place, marks aside', () => {
  const source = '* one *two*\n  three\n\n  > four `five`\n  > six\n'
  expect(written(source, 'text')).toEqual(['one ', 'two', '\n  three', 'four ', '\n  > six'])
})

describe('definitions', () => {
  const source = '[a]: /one "T"\n[A]: <two>\n\n*[HTML]: x\n\n{:r: .c}\n\n[^n]: note\n'
  const { root } = parse(source, jekyllOptions)

  test('stay visible in the order of the source, overruled ones too', () => {
    const found = root.definitions.map(({ type, span }) => [type, sliceSpan(source, span)])
    expect(found).toEqual([
      ['link_definition', '[a]: /one "T"'],
      ['link_definition', '[A]: <two>'],
      ['abbreviation_definition', '*[HTML]: x'],
      ['attribute_list_definition', '{:r: .c}'],
      ['footnote_definition', '[^n]: note'],
    ])
  })

  test('of links say where label, address and title stand', () => {
    const links = root.definitions.filter(definition => definition.type === 'link_definition')
    const parts = links.map(({ labelSpan, urlSpan, titleSpan }) =>
      [labelSpan, urlSpan, titleSpan].map(span => span && sliceSpan(source, span)),
    )
    expect(parts).toEqual([
      ['a', '/one', 'T'],
      ['A', 'two', undefined],
    ])
  })
})

test('links say how they were written, and where their label stands', () => {
  const source = '[a](/u) [b][c] [c][] [c] <http://d>\n\n[c]: /v\n'
  const found: unknown[] = []
  const visit = (element: Element): void => {
    const { link } = element.options
    if (link) found.push([link.style, link.label, link.labelSpan && sliceSpan(source, link.labelSpan)])
    for (const child of element.children) visit(child)
  }
  visit(parse(source, jekyllOptions).root)
  expect(found).toEqual([
    ['inline', undefined, 'a'],
    ['full', 'c', 'c'],
    ['collapsed', 'c', 'c'],
    ['shortcut', 'c', 'c'],
    ['auto', undefined, 'http://d'],
  ])
})
