import { useEffect, useState } from 'react'
import { useLectern } from '../app/lectern-context.ts'

/** As many posts as an author's habits show in; more teach little and cost a moment. */
const enough = 60

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
