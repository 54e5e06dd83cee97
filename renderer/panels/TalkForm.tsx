import { useMemo } from 'react'
import {
  type TalkFields,
  readFrontMatter,
  readTalkFields,
  setTalkFact,
  talkFacts,
} from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { today } from '../insert/today.ts'
import { Button } from '../ui/Button.tsx'
import type { ChangeDetails } from './change-details.ts'
import { DetailField } from './DetailField.tsx'
import styles from './DetailsPanel.module.css'
import { useOutings } from './use-outings.ts'

const facts: readonly {
  readonly name: keyof TalkFields
  readonly label: string
  readonly type: 'text' | 'date' | 'url'
}[] = [
  { name: 'event', label: 'Event', type: 'text' },
  { name: 'place', label: 'Place', type: 'text' },
  { name: 'date', label: 'Day of the talk', type: 'date' },
  { name: 'slides', label: 'Slides', type: 'url' },
  { name: 'video', label: 'Video', type: 'url' },
  { name: 'feedback', label: 'Feedback', type: 'url' },
  { name: 'code', label: 'Code', type: 'url' },
]

export interface TalkFormProps {
  readonly path: string
  readonly text: string
  readonly onChange: ChangeDetails
}

/** What the post tells of its talk. What only its words tell stands there in grey; what is typed goes into the front matter. */
export function TalkForm({ path, text, onChange }: TalkFormProps) {
  const told = useMemo(() => talkFacts(text, { path, today: today() }), [text, path])
  const written = useMemo(() => readTalkFields(readFrontMatter(text).data), [text])
  if (!told) return null
  return (
    <section aria-label="Talk">
      <h2 className={styles.heading}>Talk</h2>
      {facts.map(({ name, label, type }) => (
        <DetailField
          key={name}
          label={label}
          type={type === 'date' && !isDay(written.date) ? 'text' : type}
          written={written[name] ?? ''}
          placeholder={told[name] ?? undefined}
          hint={typed => typed === '' && told[name] !== null && `In the text: ${told[name]}`}
          onSet={value => onChange(`Set ${label.toLowerCase()}`, source => setTalkFact(source, name, value))}
        />
      ))}
      <Outings path={path} />
    </section>
  )
}

/** A day the writer put in words stays words. */
function isDay(date: string | undefined): boolean {
  return date === undefined || date.split('-').length === 3
}

function Outings({ path }: { readonly path: string }) {
  const { desk, notices } = useLectern()
  const outings = useOutings(path)
  if (outings.length === 0) return null
  return (
    <div className={styles.other}>
      <span className={styles.name}>Also given</span>
      <ul>
        {outings.map(({ path: other, event, title, date }) => (
          <li key={other}>
            <Button look="quiet" onClick={() => void desk.open(other).catch(notices.report)}>
              {[event ?? title, date].filter(Boolean).join(', ')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
