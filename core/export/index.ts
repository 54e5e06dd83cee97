export type {
  ExportFile,
  ExportFinding,
  ExportOperation,
  ExportPlan,
  ExportReceipt,
  FindingFix,
  PlannedPage,
  FileContent,
  PastCommit,
} from './types.ts'
export { type PlanRequest, planExport } from './plan-export.ts'
export { type FileReference, candidatePaths, findFileReferences } from './used-files.ts'
export { type MissingFile, followRenames } from './renames.ts'
export { type PlacementRequest, placePost } from './placement.ts'
export { type AssetHabits, type SiteFacts, learnAssetHabits, redirectReference } from './asset-habits.ts'
export {
  type PredictedPage,
  type Preflight,
  type PreflightRequest,
  type PreflightSubject,
  preflight,
} from './preflight/preflight.ts'
