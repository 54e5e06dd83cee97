export { type OwnDocument, type SiteAddress } from './own-address.ts'
export { learnOwnAddress } from './learn-own-address.ts'
export { type InboundLink, type InboundOptions, inboundLinks, redirectLink } from './inbound-links.ts'
