import type { TagDefinition } from '../parse-template.ts'

/** `{% increment name %}` prints a counter from 0, then raises it. */
export const increment: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const name = markup.trim()
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        const value = cx.counters.get(name) ?? 0
        cx.counters.set(name, value + 1)
        output.text += String(value)
      },
    }
  },
}

/** `{% decrement name %}` lowers the same counter, then prints it. */
export const decrement: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const name = markup.trim()
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        const value = (cx.counters.get(name) ?? 0) - 1
        cx.counters.set(name, value)
        output.text += String(value)
      },
    }
  },
}
