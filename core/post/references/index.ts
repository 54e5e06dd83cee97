export { looksLikeAddress } from './address.ts'
export { type Definition, type LinkModel, type LinkUse, readLinks } from './link-model.ts'
export { proposeLabel } from './label.ts'
export { type ReferenceRequest, insertReference } from './insert-reference.ts'
