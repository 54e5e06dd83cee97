import type { RepoPath, Version } from './posts-api.ts'

/** Announcements of a host. They carry no commands: the UI then asks. */
export type HostEvent =
  /** A file the UI may have open was changed (`version`) or removed (no version) by another program. */
  | { readonly type: 'post-changed'; readonly path: RepoPath; readonly version?: Version }
  /** The list may look different now. */
  | { readonly type: 'posts-changed' }
  /** Configuration, layouts, includes or data changed. */
  | { readonly type: 'site-changed' }
  | { readonly type: 'publish-changed' }
  /** A theme is being fetched, and so much of it has come. */
  | { readonly type: 'theme-progress'; readonly receivedBytes: number }
  /** The writer chose a row of the application menu (`WindowApi.showMenus`). */
  | { readonly type: 'menu-chosen'; readonly id: string }
  | { readonly type: 'export-progress'; readonly done: number; readonly total: number }

/** Subscribes; the returned function ends it. */
export type HostEvents = (listen: (event: HostEvent) => void) => () => void
