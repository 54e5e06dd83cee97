export { type Span, sliceSpan } from './span.ts'
export { type EditResult, type TextEdit, applyEdits, invertEdits, mapOffset, minimalEdit } from './edit.ts'
export { type Position, lineEnding, lineStarts, positionAt } from './lines.ts'
export { escapeAttribute, escapeHtml } from './html.ts'
