import { useEffect, useState } from 'react'
import { type TalkRow, talkStages } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { publishRequest } from '../export/commands.ts'
import type { KeptRow } from '../export/kept-posts.ts'
import { useKeptPosts } from '../export/use-kept-posts.ts'
import { today } from '../insert/today.ts'
import { showLongDay } from '../library/show-day.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './Board.module.css'
import { nextStep, waiting } from './next-step.ts'

/** Every talk post with its stage, what it lacks and since when; a click does the next step. */
export function BoardDialog({ onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const [talks, setTalks] = useState<readonly TalkRow[]>()
  useEffect(() => void host.listTalks(today()).then(setTalks, notices.report), [host, notices])
  const kept = useKeptPosts()
  const stages = talkStages
    .map(stage => ({ stage, rows: (talks ?? []).filter(talk => talk.stage === stage) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <Dialog title="Talks" lead="Read from the posts themselves." size="large" onClose={onClose}>
      {talks === undefined && <p role="status">Reading the posts…</p>}
      {talks?.length === 0 && (
        <EmptyState title="No talk posts yet">
          A post with slides or a video of a talk stands here.
        </EmptyState>
      )}
      {stages.map(({ stage, rows }) => (
        <section key={stage} className={styles.stage} aria-label={stage}>
          <h3 className={styles.heading}>
            {stage} <span>{rows.length}</span>
          </h3>
          <ul>
            {rows.map(talk => (
              <Talk
                key={talk.path}
                talk={talk}
                kept={kept.find(row => row.path === talk.path)}
                onClose={onClose}
              />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}

interface TalkProps {
  readonly talk: TalkRow
  /** It is kept here until its date. */
  readonly kept: KeptRow | undefined
  readonly onClose: () => void
}

function Talk({ talk, kept, onClose }: TalkProps) {
  const lectern = useLectern()
  const { desk, dialogs, keys, notices } = lectern
  const step = nextStep(talk)
  const open = async (): Promise<void> => {
    onClose()
    await desk.open(talk.path)
  }
  return (
    <li className={styles.talk}>
      <button
        type="button"
        className={styles.title}
        onClick={() => void keys.during(open()).catch(notices.report)}
      >
        {talk.title}
        <span className={styles.facts}>
          {[talk.event, talk.place, talk.date && showLongDay(talk.date)].filter(Boolean).join(' · ')}
        </span>
      </button>
      {talk.lacks.map(piece => (
        <Badge key={piece} tone="warning">
          no {piece}
        </Badge>
      ))}
      {kept && (
        <Badge tone={kept.isReady ? 'ok' : 'warning'}>
          {kept.isReady ? 'ready to publish since' : 'kept here until'} {kept.when}
        </Badge>
      )}
      <span className={styles.since}>{waiting(talk, today())}</span>
      {kept?.isReady && (
        <Button
          onClick={() =>
            void keys
              .during(open().then(() => dialogs.open('export', publishRequest(lectern, [talk.path]))))
              .catch(notices.report)
          }
        >
          Publish…
        </Button>
      )}
      {step && (
        <Button
          onClick={() =>
            void keys
              .during(open().then(() => dialogs.open(step.dialog, step.argument)))
              .catch(notices.report)
          }
        >
          {step.label}
        </Button>
      )}
    </li>
  )
}
