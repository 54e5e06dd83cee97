export { type SharedPost, pictureAddresses, shareContent, sharePage } from './share-page.ts'
