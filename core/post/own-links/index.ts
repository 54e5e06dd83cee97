export { type OwnDocument, type SiteAddress } from './own-address.ts'
export { documentAt } from './document-at.ts'
export { learnOwnAddress } from './learn-own-address.ts'
export { type InboundLink, type InboundOptions, inboundLinks, redirectLink } from './inbound-links.ts'
export {
  type LinkTarget,
  type LinkableDocument,
  type LinkableHeading,
  type TargetIndex,
  type TargetsFound,
  findTargets,
  indexTargets,
} from './find-targets.ts'
export { insertTarget } from './insert-target.ts'
