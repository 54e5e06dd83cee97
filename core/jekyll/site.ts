/** A site on disk as plain values, enough to render every page of it. JSON-safe, so that it can cross to a worker. */
export interface SiteSnapshot {
  /** Changes whenever anything in the snapshot does. */
  readonly version: string
}
