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
export {
  type DeadNotice,
  type Embed,
  type EmbedForm,
  type EmbedKind,
  type EmbedParams,
  type EmbedStyle,
  type FindOptions,
  type FoundEmbed,
  type HouseExample,
  type HouseStyle,
  type InsertOptions,
  type InsertedEmbed,
  type KnownInclude,
  type Refusal,
  type RefusalReason,
  deadNotice,
  embedStyles,
  findEmbeds,
  insertEmbed,
  insertMarkup,
  isPending,
  isRefusal,
  learnHouse,
  learnIncludes,
  pendingNotice,
  readReplacement,
  recogniseEmbed,
  swapEmbed,
  titleOf,
  writeEmbed,
} from './embeds/index.ts'
