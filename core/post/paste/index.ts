export { type PlaceInPost, placeInPost } from './place-in-post.ts'
export { type SmartPaste, smartPaste } from './smart-paste.ts'
