export {
  type Embed,
  type EmbedKind,
  type EmbedParams,
  type Refusal,
  type RefusalReason,
  isRefusal,
} from './embed.ts'
export { recogniseEmbed } from './recognise.ts'
export { type EmbedForm, type FindOptions, type FoundEmbed, findEmbeds } from './find.ts'
export { type EmbedStyle, embedStyles, isPending, pendingNotice, writeEmbed } from './write.ts'
export { type HouseExample, type HouseStyle, learnHouse } from './house-style.ts'
export { learnIncludes } from './learn-includes.ts'
export type { KnownInclude, KnownIncludes } from './known-include.ts'
export { type InsertOptions, type InsertedEmbed, insertEmbed, insertMarkup } from './insert.ts'
export { readReplacement, swapEmbed } from './swap.ts'
export { type EmbedProblem, type EmbedProblemCode, embedProblems } from './embed-problems.ts'
export { type DeadNotice, deadNotice } from './dead-services.ts'
export { titleOf } from './item.ts'
export { type CardOptions, type EmbedCard, type EmbedState, embedCard } from './card.ts'
export { embedFrameSources, embedSandboxTokens, frameSourcesFor, sandboxOf } from './frame-policy.ts'
export { recogniseElement } from './recognise-element.ts'
export { setStart } from './set-start.ts'
export { parseStart } from './start-time.ts'
export { rewriteEmbed } from './rewrite.ts'
export {
  type EmbedFacts,
  type PageFacts,
  oembedAddress,
  readOembed,
  readPage,
  withPlayer,
} from './network-facts.ts'
export { isPrivateHost } from './private-address.ts'
