import { useEffect, useState } from 'react'
import type { RepoPath } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { PublishedPlace } from '../preview/render-protocol.ts'
import { type FollowingLink, type LinkingPost, findLinksTo, linksThatFollow } from './links-to-post.ts'

export interface FollowingLinks {
  /** As far as they are known. */
  readonly links: readonly FollowingLink[]
  /** Posts are still looked through. */
  readonly isLooking: boolean
  /** The links for what the post is to be now, once that is known. */
  readonly all: () => Promise<readonly FollowingLink[]>
}

interface Found {
  readonly place: PublishedPlace
  readonly posts: readonly LinkingPost[]
}

/** A post as it would be. */
export interface PlannedPost {
  readonly path: RepoPath
  readonly source: string
}

/** Links of other posts that would lead nowhere once `before` is what `after` says. Both as the text is when it is asked. */
export function useLinksThatFollow(before: PlannedPost, after: PlannedPost): FollowingLinks {
  const lectern = useLectern()
  const { preview, notices } = lectern
  const [found, setFound] = useState<Found | 'none'>()
  const [next, setNext] = useState<PublishedPlace>()
  const { path, source } = before

  useEffect(() => {
    let current = true
    const find = async (): Promise<Found | 'none'> => {
      const place = await preview.placeOf(path, source)
      return place ? { place, posts: await findLinksTo(lectern, path, place) } : 'none'
    }
    find().then(
      answer => current && setFound(answer),
      (error: unknown) => {
        notices.report(error)
        if (current) setFound('none')
      },
    )
    return () => {
      current = false
    }
  }, [lectern, preview, notices, path, source])

  useEffect(() => {
    let current = true
    void preview.placeOf(after.path, after.source).then(place => current && setNext(place))
    return () => {
      current = false
    }
  }, [preview, after.path, after.source])

  const linksAt = (place: PublishedPlace | undefined): readonly FollowingLink[] =>
    found === undefined || found === 'none' || !place ? [] : linksThatFollow(found.posts, found.place, place)
  return {
    links: linksAt(next),
    isLooking: found === undefined,
    all: async () => linksAt(await preview.placeOf(after.path, after.source)),
  }
}
