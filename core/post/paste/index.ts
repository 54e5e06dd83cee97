export { type PlaceInPost, placeInPost } from './place-in-post.ts'
export { type PasteForm, type PasteOrigin, type SmartPaste, smartPaste } from './smart-paste.ts'
export { type PasteHouse, formByItself, writePaste } from './write-paste.ts'
