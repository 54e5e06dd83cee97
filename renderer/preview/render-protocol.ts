import type { RepoPath } from '../../core/contract/index.ts'
import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import type { ToldText } from '../../core/text/index.ts'
import type { OwnDocument, SiteAddress } from '../../core/post/index.ts'
import type { RenderedPageState } from '../state/rendered-page.ts'
import type { BlockPatch } from './block-patch.ts'
import type { FramePost } from './frame-protocol.ts'
import type { RenderedShell } from './renderer.ts'

/** What is asked for besides the blocks. */
export interface WantedParts {
  /** The layouts around the content. */
  readonly shell?: boolean
  /** The HTML of the content. */
  readonly html?: boolean
}

/** Where a post would be published. */
export interface PublishedPlace extends OwnDocument {
  /** With the site's own address in front, where that is set. */
  readonly publicUrl: string
  readonly site: SiteAddress
}

/** What the render worker is told. */
export type RenderRequest =
  /** `folder`: the open one, which the paths of posts are relative to. */
  | { readonly type: 'site'; readonly snapshot: SiteSnapshot; readonly folder: string }
  /** The page is empty: the next patch is from nothing. */
  | { readonly type: 'forget' }
  /** Where a post would be published with this path and front matter. */
  | { readonly type: 'address'; readonly id: number; readonly path: RepoPath; readonly source: string }
  | ({
      readonly type: 'render'
      readonly id: number
      readonly path: RepoPath
      readonly source: ToldText
    } & WantedParts)

/** What it answers: `ready` to each `site`, `address` to each of these, one of the others to each `render`. */
export type RenderReply =
  /** `foundJekyll`: which Jekyll the signs of the site point to, in words. */
  | { readonly type: 'ready'; readonly foundJekyll: string }
  /** `place` is undefined where Jekyll makes no page of the file. */
  | { readonly type: 'address'; readonly id: number; readonly place: PublishedPlace | undefined }
  | {
      readonly type: 'rendered'
      readonly id: number
      readonly page: RenderedPageState
      readonly post: FramePost
      /** From the blocks of the render before; from none, for another path. */
      readonly patch: BlockPatch
      /** For each block, the line of the source it begins at, from 1. */
      readonly lines: Int32Array
      readonly shell?: RenderedShell
      readonly html?: string
    }
  /** The text could not be made of the one before: it is to be told whole. */
  | { readonly type: 'lost'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }
