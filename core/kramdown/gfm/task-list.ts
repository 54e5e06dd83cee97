import { type Element, setAttribute, setOptions } from '../element.ts'
import { SourceTextBuilder } from '../source-text.ts'

const unchecked = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
const checked =
  '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'

/**
 * Turns `[ ]` and `[x]` at the start of items into check boxes. From the first of them on every item gets the class
 * (kramdown-parser-gfm, parse_list).
 */
export function addCheckBoxes(list: Element): void {
  let found = false
  for (const item of list.children) {
    const [first] = item.children
    if (first?.type !== 'p') continue
    const text = first.children[0]
    if (text && replaceMark(text)) found = true
    if (found) setAttribute(item, 'class', 'task-list-item')
  }
  if (found) setAttribute(list, 'class', 'task-list')
}

function replaceMark(text: Element): boolean {
  const source = text.options.raw!
  const mark = /^[ \t\r\n\f\v]*\[([ xX])\][ \t\r\n\f\v]+/.exec(source.text)
  if (!mark) return false
  setOptions(text, {
    raw: new SourceTextBuilder()
      .insert(mark[1] === ' ' ? unchecked : checked, source.originOf(0))
      .add(source, mark[0].length)
      .build(),
  })
  return true
}
