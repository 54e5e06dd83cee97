export { type PostParts, splitFrontMatter } from './front-matter.ts'
export {
  type DateText,
  type Field,
  type FieldKind,
  type FieldPath,
  type FieldValue,
} from './front-matter/field.ts'
export { type FrontMatter, readFrontMatter } from './front-matter/read-front-matter.ts'
export {
  type FieldHabit,
  type FieldHabits,
  type UsedValue,
  learnFields,
  placeOfField,
} from './front-matter/field-habits.ts'
export { removeField, setField } from './front-matter/set-field.ts'
export {
  type PostFileName,
  dateInFileName,
  parseFileName,
  slugFromTitle,
  writeFileName,
} from './file-name.ts'
export { type FindUpdatesOptions, findUpdates } from './updates/find-updates.ts'
export { type UpdateRequest, addUpdate } from './updates/add-update.ts'
export {
  type ChangeUpdateOptions,
  redateUpdate,
  removeUpdate,
  retitleUpdate,
  titleOfUpdate,
} from './updates/change-update.ts'
export { type BannerStyle, type UpdateStyle, learnUpdateStyle } from './updates/update-style.ts'
export { bannerWords } from './updates/banner-words.ts'
export { type Banner, type FoundUpdates, type Update, type UpdateForm } from './updates/update.ts'
export { type UpdateWords, languages as updateLanguages, wordsOf } from './updates/languages.ts'
export { type NewPost, type NewPostRequest, newTalkPost } from './new-post.ts'
export { type NewPostDate, newPostDate } from './new-post-date.ts'
export { defaultTemplate } from './templates/default-template.ts'
export { templateFromPost } from './templates/template-from-post.ts'
export {
  type ExpandedTemplate,
  type TabStop,
  type TemplateValues,
  expandTemplate,
} from './templates/template.ts'
export { type TagCount, countTags } from './front-matter/tag-counts.ts'
export { findProblems, problemRules } from './problems.ts'
export { type PostProblem, type ProblemFix, type Severity } from './problem.ts'
export { type PostRename, type RenamePlan, planRename } from './rename-post.ts'
export {
  type InboundLink,
  type InboundOptions,
  type LinkTarget,
  type LinkableDocument,
  type LinkableHeading,
  type OwnDocument,
  type SiteAddress,
  type TargetIndex,
  type TargetsFound,
  documentAt,
  findTargets,
  indexTargets,
  inboundLinks,
  insertTarget,
  learnOwnAddress,
  redirectLink,
} from './own-links/index.ts'
export { type UpdateChange, editUpdate } from './updates/edit-update.ts'
export { languageOfPost } from './updates/language-of-post.ts'
export { type ChangedPlace, changedPlaces } from './updates/changed-places.ts'
export { setTalkFact } from './talks/set-talk-fact.ts'
export { type TalkFields, readTalkFields, talkFieldsIn } from './talks/talk-fields.ts'
export { type TalkOptions, talkFacts } from './talks/talk-facts.ts'
export { type BoardPost, arrangeBoard, countStages, readBoard } from './talks/read-board.ts'
export { type TalkFacts, type TalkPiece, type TalkRow, type TalkStage, talkStages } from './talks/talk.ts'
export { addListItem, listItems, removeListItem } from './front-matter/list-items.ts'
export {
  type CardOptions,
  type DeadNotice,
  type Embed,
  type EmbedCard,
  type EmbedFacts,
  type EmbedForm,
  type EmbedKind,
  type EmbedParams,
  type EmbedProblem,
  type EmbedProblemCode,
  type EmbedState,
  type EmbedStyle,
  type FindOptions,
  type FoundEmbed,
  type HouseExample,
  type HouseStyle,
  type InsertOptions,
  type InsertedEmbed,
  type KnownInclude,
  type KnownIncludes,
  type PageFacts,
  type Refusal,
  type RefusalReason,
  deadNotice,
  embedCard,
  embedFrameSources,
  embedSandboxTokens,
  embedProblems,
  embedStyles,
  findEmbeds,
  frameSourcesFor,
  insertEmbed,
  insertMarkup,
  isPending,
  isPrivateHost,
  isRefusal,
  learnHouse,
  learnIncludes,
  oembedAddress,
  parseStart,
  pendingNotice,
  readOembed,
  readPage,
  readReplacement,
  recogniseElement,
  recogniseEmbed,
  rewriteEmbed,
  sandboxOf,
  setStart,
  swapEmbed,
  titleOf,
  withPlayer,
  writeEmbed,
} from './embeds/index.ts'
export { folderForNewPosts } from './posts-folder.ts'
export {
  type CarriedReference,
  type CarriedText,
  type ConvertOptions,
  type Definition,
  type LinkAt,
  type LinkChange,
  type LinkFact,
  type LinkHouse,
  type LinkModel,
  type LinkRefusal,
  type LinkRefusalCode,
  type LinkUse,
  type OpenReference,
  type PostLinkFacts,
  type ReferenceRequest,
  addLink,
  carryLinks,
  completeReference,
  duplicateDefinitions,
  headingAddresses,
  insertReference,
  isLabel,
  learnFromFacts,
  learnLinkHouse,
  linkAt,
  linkFactsOf,
  linkProblems,
  meantAddresses,
  mergeDefinitions,
  openReferenceAt,
  pasteCarried,
  plainHouse,
  proposeLabel,
  proposeLabels,
  pruneDefinitions,
  readLinks,
  renameLabel,
  sameAddress,
  sortDefinitions,
  toInline,
  toReferences,
  unusedDefinitions,
} from './references/index.ts'
export {
  type KnownLink,
  type LabelChoice,
  type LabelIndex,
  type LinkConflict,
  LinkLibrary,
  type LinkPlace,
  completeLabels,
  indexLabels,
} from './link-library/index.ts'
export {
  type PasteForm,
  type PasteHouse,
  type PasteOrigin,
  type PlaceInPost,
  type SmartPaste,
  formByItself,
  placeInPost,
  smartPaste,
  writePaste,
} from './paste/index.ts'
export { copyPathOf, draftPathOf, postPathOf, renamedPath } from './draft-paths.ts'
