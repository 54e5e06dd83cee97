import { useId } from 'react'
import { type MergeChoice, type MergePiece, type Stretch, wordChanges } from '../../core/text/index.ts'
import { focusFirst } from '../ui/focus-first.ts'
import styles from './SideBySide.module.css'

export interface PlaceProps {
  readonly title: string
  readonly piece: MergePiece
  readonly choice: MergeChoice | undefined
  /** The first place has the focus when the dialog opens. */
  readonly isFirst: boolean
  readonly onChoose: (choice: MergeChoice) => void
}

const offers: readonly { readonly choice: MergeChoice; readonly label: string }[] = [
  { choice: 'mine', label: 'Keep mine' },
  { choice: 'theirs', label: 'Take theirs' },
  { choice: 'both', label: 'Both, mine first' },
]

/** One place where two versions collide, with the words that differ, and what the writer wants there. */
export function Place({ title, piece, choice, isFirst, onChoose }: PlaceProps) {
  const name = useId()
  const words = wordChanges(piece.mine, piece.theirs)
  return (
    <fieldset className={styles.place}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.row}>
        <Side name="Mine" words={words.a} isOut={choice === 'theirs'} look={styles.mine} />
        <Side name="Theirs" words={words.b} isOut={choice === 'mine'} look={styles.theirs} />
      </div>
      <div className={styles.offers}>
        {offers.map((offer, index) => (
          <label key={offer.choice} className={styles.offer}>
            <input
              type="radio"
              name={name}
              checked={choice === offer.choice}
              onChange={() => onChoose(offer.choice)}
              {...focusFirst({ autoFocus: isFirst && index === 0 })}
            />
            {offer.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SideProps {
  readonly name: string
  readonly words: readonly Stretch[]
  /** The other side was chosen. */
  readonly isOut: boolean
  readonly look: string | undefined
}

function Side({ name, words, isOut, look }: SideProps) {
  if (words.every(({ text }) => text === ''))
    return <p className={`${styles.nothing} ${isOut ? styles.out : ''}`}>Nothing stands here.</p>
  return (
    <pre className={`${look} ${isOut ? styles.out : ''}`} aria-label={name}>
      {words.map(({ text, isChanged }, index) => (isChanged ? <mark key={index}>{text}</mark> : text))}
    </pre>
  )
}
