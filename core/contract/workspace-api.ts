import { optional, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** What this host can do, so that the UI offers the other way where it cannot. */
export interface HostInfo {
  readonly platform: 'mac' | 'windows' | 'linux'
  readonly version: string
  readonly capabilities: {
    /** `pickFolder` shows a native dialog; otherwise the UI shows its path field over `completePath`. */
    readonly nativeFolderPicker: boolean
    readonly revealFile: boolean
    readonly applicationMenu: boolean
    /** Keys the host keeps for itself, such as `Mod+N` in a browser tab; never shown in the UI. */
    readonly reservedKeys: readonly string[]
  }
  /**
   * The untrusted preview page, allowing no remote images, e.g.
   * `http://preview.localhost:41234/…token…/quiet/preview.html`.
   */
  readonly previewUrl: string
  /** The same page, allowing images and media from anywhere over https. */
  readonly remotePreviewUrl: string
}

/** The open folder. */
export interface Workspace {
  /** Absolute path of the folder the writer opened, for display and for `openWorkspace`. */
  readonly folder: string
  /** Absolute path of the Jekyll site the folder is or lies in; undefined where there is none. */
  readonly site?: string
  /** Absolute path of the git work tree around it; undefined where there is none. */
  readonly repo?: string
  readonly name: string
  /** The folder is the starter that Lectern made. */
  readonly starter: boolean
}

export interface FolderEntry {
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly isSite: boolean
}

export interface WorkspaceApi {
  hostInfo(): Promise<HostInfo>
  /** The folder now open; the one of last time, or the starter, when none was named. */
  currentWorkspace(): Promise<Workspace>
  /** Opens a folder by absolute path. */
  openWorkspace(folder: string): Promise<Workspace>
  recentWorkspaces(): Promise<Workspace[]>
  /** Folders that complete a typed absolute path (or `~`), at most 50; for hosts without a native picker. */
  completePath(typed: string): Promise<FolderEntry[]>
  /** A native dialog; undefined when the writer cancelled. Only where `nativeFolderPicker`. */
  pickFolder(): Promise<string | undefined>
  /** Opens http, https and mailto in the system's browser; anything else is refused. */
  openExternal(url: string): Promise<void>
  revealFile(path: string): Promise<void>
}

export const workspaceMethods: MethodTable<WorkspaceApi> = {
  hostInfo: () => [],
  currentWorkspace: () => [],
  openWorkspace: ([folder]) => [text(folder)],
  recentWorkspaces: () => [],
  completePath: ([typed]) => [optional(text)(typed) ?? ''],
  pickFolder: () => [],
  openExternal: ([url]) => [text(url)],
  revealFile: ([path]) => [text(path)],
}
