export type {
  ExportFile,
  ExportFinding,
  ExportOperation,
  ExportPlan,
  ExportReceipt,
  FileContent,
  PastCommit,
} from './types.ts'
export { type PlanRequest, planExport } from './plan-export.ts'
export { type FileReference, candidatePaths, findFileReferences } from './used-files.ts'
export { type MissingFile, followRenames } from './renames.ts'
export { type PlacementRequest, placePost } from './placement.ts'
export { type AssetHabits, type SiteFacts, learnAssetHabits, redirectReference } from './asset-habits.ts'
