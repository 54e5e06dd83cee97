import { useEffect, useState } from 'react'
import { useLectern } from '../app/lectern-context.ts'

/** All that a host gives at once. */
const enough = 200

/** The texts of the writer's newest posts, newest first; empty until the host answers. */
export function useAuthorPosts(): readonly string[] {
  const { host, notices } = useLectern()
  const [posts, setPosts] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    host.newestSources(enough).then(found => current && setPosts(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return posts
}
