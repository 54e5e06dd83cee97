export { americanSpelling } from './british.ts'
export { bestDictionary, spellingLanguage, tagOf, usualLanguage } from './language.ts'
export { type Word, findWords } from './find-words.ts'
export { isTalkWord } from './talk-words.ts'
