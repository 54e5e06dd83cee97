export type { SiteSnapshot } from './site.ts'
