import type { TagDefinition } from '../parse-template.ts'

/** `{% break %}` */
export const breakTag: TagDefinition = interruptTag('break')

/** `{% continue %}` */
export const continueTag: TagDefinition = interruptTag('continue')

function interruptTag(kind: 'break' | 'continue'): TagDefinition {
  return {
    isBlock: false,
    parse: (_, parser) => ({ line: parser.line, blank: false, render: cx => cx.interrupt(kind) }),
  }
}
