export { type KnownLink, type LinkConflict, LinkLibrary, type LinkPlace } from './link-library.ts'
export { type LabelChoice, type LabelIndex, completeLabels, indexLabels } from './complete-labels.ts'
