import styles from './MiddleCut.module.css'

/** Of an address, the end says most: so many letters of it stay. */
const endLength = 24

/** Fewer letters than these are not worth a sign in their place. */
const leastLeftOut = 4

/** A text on one line. Where there is no room for all of it, its middle is left out; it is read in full all the same. */
export function MiddleCut({ text }: { readonly text: string }) {
  const before = text.length - endLength
  const at = before < leastLeftOut ? 0 : before
  return (
    <span className={styles.text} title={text} data-cut={at > 0 || undefined}>
      <span className="visually-hidden">{text}</span>
      <span className={styles.start} aria-hidden="true">
        {text.slice(0, at)}
      </span>
      <span className={styles.end} aria-hidden="true">
        {text.slice(at)}
      </span>
    </span>
  )
}
