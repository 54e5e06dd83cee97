import type { PublishState } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import styles from './PublishStatus.module.css'
import { usePublishState } from './use-publish-state.ts'

/** What is committed and not on the site yet, and the next step. */
export function PublishStatus() {
  const { dialogs, host, notices } = useLectern()
  const state = usePublishState()
  if (!state) return null
  const sentence = publishSentence(state)
  if (sentence === undefined) return null
  const push = () => void host.pushNow().catch(notices.report)
  return (
    <span className={styles.publish} title={state.pushProblem ?? state.trouble}>
      <span role="status">{sentence}</span>
      {state.push === 'conflict' && (
        <button type="button" className={styles.action} onClick={() => dialogs.open('push-conflicts')}>
          Choose…
        </button>
      )}
      {state.push !== 'conflict' && state.push !== 'running' && (state.ahead ?? 0) > 0 && (
        <button type="button" className={styles.action} onClick={push}>
          Push now
        </button>
      )}
    </span>
  )
}

/** Never more than is true; undefined where there is nothing to say. */
export function publishSentence({ ahead = 0, push, pushProblem, trouble }: PublishState): string | undefined {
  if (trouble !== undefined) return trouble
  if (push === 'running') return 'Pushing…'
  if (push === 'conflict') return 'Committed, not on the site yet: both sides changed the same lines'
  if (pushProblem !== undefined) return `Committed, not on the site yet: ${pushProblem}`
  if (push === 'queued') return 'Committed, not on the site yet: waiting for the network'
  if (ahead > 0) return ahead === 1 ? '1 commit not on the site yet' : `${ahead} commits not on the site yet`
  return undefined
}
