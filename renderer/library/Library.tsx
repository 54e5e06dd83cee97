import { useDocument, useLectern, useWorkspace } from '../app/lectern-context.ts'

/** The posts of the open folder. */
export function Library() {
  const { posts } = useWorkspace()
  const { desk } = useLectern()
  const { path } = useDocument()
  return (
    <nav aria-label="Posts">
      <ul>
        {posts.map(post => (
          <li key={post.path}>
            <button type="button" aria-current={post.path === path} onClick={() => void desk.open(post.path)}>
              {post.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
