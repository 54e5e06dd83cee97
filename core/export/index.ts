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
