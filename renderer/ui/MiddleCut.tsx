import styles from './MiddleCut.module.css'

/** Of an address, the end says most: so many letters of it stay. */
const endLength = 24

/** A text on one line. Where there is no room for all of it, its middle is left out; it is read in full all the same. */
export function MiddleCut({ text }: { readonly text: string }) {
  const at = Math.max(text.length - endLength, 0)
  return (
    <span className={styles.text} title={text}>
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
