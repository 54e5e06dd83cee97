import type { MergeChoice, MergePiece } from '../../core/text/index.ts'
import { Place } from './Place.tsx'
import styles from './SideBySide.module.css'

export interface SideBySideProps {
  readonly pieces: readonly MergePiece[]
  readonly choices: readonly (MergeChoice | undefined)[]
  readonly onChoose: (place: number, choice: MergeChoice) => void
}

/** Two versions of a text beside each other, mine on the left, with a choice at each place where they collide. */
export function SideBySide({ pieces, choices, onChoose }: SideBySideProps) {
  let place = 0
  return (
    <div className={styles.table}>
      <div className={styles.heads}>
        <h3>Mine</h3>
        <h3>Theirs</h3>
      </div>
      {pieces.map((piece, index) => {
        if (piece.merged !== undefined) return <Merged key={index} piece={piece} />
        const at = place++
        return (
          <Place
            key={index}
            title={`Difference ${at + 1} of ${choices.length}`}
            piece={piece}
            choice={choices[at]}
            isFirst={at === 0}
            onChoose={choice => onChoose(at, choice)}
          />
        )
      })}
    </div>
  )
}

/** What needs no choice: the same on both sides, or changed on one alone, which is then taken. */
function Merged({ piece: { mine, theirs, merged } }: { readonly piece: MergePiece }) {
  const isSame = mine === theirs
  return (
    <div className={styles.row}>
      <pre className={isSame || merged !== mine ? styles.same : styles.taken}>{shortened(mine, isSame)}</pre>
      <pre className={isSame || merged !== theirs ? styles.same : styles.taken}>
        {shortened(theirs, isSame)}
      </pre>
    </div>
  )
}

const contextLines = 3

/** Of a long stretch that both have, the lines next to what differs. */
function shortened(text: string, isSame: boolean): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const hidden = lines.length - 2 * contextLines
  if (!isSame || hidden < 2) return lines.join('\n')
  const between = `⋯ ${hidden} lines that are the same`
  return [...lines.slice(0, contextLines), between, ...lines.slice(-contextLines)].join('\n')
}
