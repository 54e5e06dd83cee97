import type { PictureHouse } from '../post/pictures/index.ts'
import { repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** A picture that lies on the site now. */
export interface AddedPicture {
  /** From the site's root. */
  readonly path: string
  /** How this author writes pictures. */
  readonly house: PictureHouse
}

export interface PicturesApi {
  /**
   * Writes a picture where the site keeps those of its posts, under a readable name that is free.
   *
   * @param post   the post it is for
   * @param name   as the picture came
   * @param base64 its bytes
   * @throws 'picture.not-a-picture', 'picture.active-svg'
   */
  addPicture(post: RepoPath, name: string, base64: string): Promise<AddedPicture>
  /** Moves a picture to Lectern's trash; the id takes it back. */
  trashPicture(path: string): Promise<{ trashId: string }>
  restorePicture(trashId: string): Promise<{ path: string }>
}

export const picturesMethods: MethodTable<PicturesApi> = {
  addPicture: ([post, name, base64]) => [repoPath(post), text(name), text(base64)],
  trashPicture: ([path]) => [repoPath(path)],
  restorePicture: ([id]) => [text(id)],
}
