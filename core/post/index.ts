export { type PostParts, splitFrontMatter } from './front-matter.ts'
