export { type PostParts, splitFrontMatter } from './front-matter.ts'
export {
  type DateText,
  type Field,
  type FieldKind,
  type FieldPath,
  type FieldValue,
} from './front-matter/field.ts'
export { type FrontMatter, readFrontMatter } from './front-matter/read-front-matter.ts'
export { removeField, setField } from './front-matter/set-field.ts'
export { addListItem, listItems, removeListItem } from './front-matter/list-items.ts'
