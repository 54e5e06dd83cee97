export type { ExportFinding, ExportOperation, ExportPlan, ExportReceipt } from './types.ts'
