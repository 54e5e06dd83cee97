import { dateInFileName } from '../../core/post/index.ts'

/** The day in a post's file name, as an option of what reads updates. */
export function postDayOf(path: string | undefined): { readonly postDate?: string } {
  const postDate = dateInFileName(path?.split('/').at(-1) ?? '')
  return postDate === undefined ? {} : { postDate }
}
