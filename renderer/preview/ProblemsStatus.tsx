import { useRenderedPage } from '../app/lectern-context.ts'

/** How many things the renderer noticed. */
export function ProblemsStatus() {
  const { problems } = useRenderedPage()
  if (problems.length === 0) return null
  return <span>{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</span>
}
