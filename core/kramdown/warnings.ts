import { type Span, positionAt } from '../text/index.ts'

/** What kramdown warns of, and what each warning says. The words after the code are about the text at its span. */
const sentences = {
  'link.missing-definition': (id: string) => `There is no link definition for “${id}”.`,
  'link.duplicate-definition': (id: string) =>
    `The link “${id}” is defined more than once; the last definition counts.`,
  'footnote.missing-definition': (name: string) => `There is no footnote “${name}”.`,
  'footnote.duplicate-definition': (name: string) =>
    `The footnote “${name}” is defined more than once; the last definition counts.`,
  'footnote.unused': (name: string) => `The footnote “${name}” is never referred to, so it is left out.`,
  'abbreviation.duplicate-definition': (name: string) =>
    `The abbreviation “${name}” is defined more than once; the last definition counts.`,
  'html.unclosed': (tag: string) => `<${tag}> is never closed; it is closed where its surroundings end.`,
  'html.stray-closing-tag': (tag: string) => `</${tag}> closes nothing here and appears as text.`,
  'html.block-in-span': (tag: string) => `<${tag}> cannot stand inside a line of text and appears as text.`,
  'html.block-parsing-in-span': (tag: string) =>
    `<${tag}> stands inside a line of text, so its content cannot hold blocks.`,
  'html.duplicate-attribute': (name: string) =>
    `The attribute “${name}” is given more than once; the last one counts.`,
  'attributes.empty': (text: string) => `“${text}” holds no attribute.`,
  'attributes.after-text': () => 'An attribute list after plain text has nothing to belong to.',
  'extension.stray-stop': (name: string) => `“{:/${name}}” ends nothing here.`,
  'extension.unclosed': (name: string) => `“{::${name}}” is never ended.`,
  'extension.unknown': (name: string) => `kramdown has no extension called “${name}”.`,
  'option.forbidden': (name: string) => `The option “${name}” cannot be set inside a document.`,
  'option.unknown': (name: string) => `kramdown has no option called “${name}”.`,
  'table.without-body': () => 'A table needs at least one row that is not its header.',
  'table.too-large': () => 'This table is too large for its short rows to be filled up.',
  'nesting.too-deep': () => 'This is nested too deeply and is kept as text.',
  'parse.unexpected': () => 'This line is no block kramdown knows and is kept as text.',
} as const

export type WarningCode = keyof typeof sentences

export interface Warning {
  readonly code: WarningCode
  readonly message: string
  readonly line: number
  readonly column: number
  readonly span: Span
}

export function createWarning(
  code: WarningCode,
  span: Span,
  starts: readonly number[],
  subject: string,
): Warning {
  return { code, message: sentences[code](subject), ...positionAt(starts, span.from), span }
}
