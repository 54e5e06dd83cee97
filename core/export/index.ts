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
