export { americanSpelling } from './british.ts'
export { type Word, findWords } from './find-words.ts'
export { isTalkWord } from './talk-words.ts'
