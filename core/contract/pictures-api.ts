import type { GalleryPlan, PictureHouse } from '../post/pictures/index.ts'
import type { Span } from '../text/index.ts'
import { list, number, record, repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

export interface PicturesApi {
  /** How this author keeps and writes pictures. */
  pictureHouse(): Promise<PictureHouse>
  /**
   * Writes a picture where the site keeps those of its posts, under a readable name that is free.
   *
   * @param post   the post it is for
   * @param name   as the picture came
   * @param base64 its bytes
   * @returns its path from the site's root
   * @throws 'picture.not-a-picture', 'picture.active-svg'
   */
  addPicture(post: RepoPath, name: string, base64: string): Promise<{ path: string }>
  /**
   * What a gallery of these pictures, or the one at the cursor with them added, needs; undefined for an author without
   * galleries. Nothing is written.
   *
   * @param names as the pictures came, with the endings of what they are
   */
  planGallery(
    post: RepoPath,
    place: { readonly source: string; readonly selection: Span },
    names: readonly string[],
  ): Promise<GalleryPlan | undefined>
  /**
   * Writes a file of a planned gallery exactly where it is looked for.
   *
   * @throws 'post.exists', 'picture.not-a-picture', 'picture.active-svg'
   */
  addGalleryFile(path: string, base64: string): Promise<{ path: string }>
  /**
   * Writes a PDF where the site's posts have theirs.
   *
   * @returns its path from the site's root, and its address as this author writes them
   * @throws 'pdf.not-a-pdf'
   */
  addPdf(post: RepoPath, name: string, base64: string): Promise<{ path: string; address: string }>
  /** Moves a picture to Lectern's trash; the id takes it back. */
  trashPicture(path: string): Promise<{ trashId: string }>
  restorePicture(trashId: string): Promise<{ path: string }>
}

const place = record({ source: text, selection: record({ from: number, to: number }) })

export const picturesMethods: MethodTable<PicturesApi> = {
  pictureHouse: () => [],
  addPicture: ([post, name, base64]) => [repoPath(post), text(name), text(base64)],
  planGallery: ([post, at, names]) => [repoPath(post), place(at), list(text)(names)],
  addGalleryFile: ([path, base64]) => [repoPath(path), text(base64)],
  addPdf: ([post, name, base64]) => [repoPath(post), text(name), text(base64)],
  trashPicture: ([path]) => [repoPath(path)],
  restorePicture: ([id]) => [text(id)],
}
