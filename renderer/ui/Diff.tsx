import styles from './Diff.module.css'

/** A unified diff, line by line; the file header lines are left out, as the path stands above it. */
export function Diff({ diff, label }: { readonly diff: string; readonly label: string }) {
  const lines = diff.split('\n').filter(line => !/^(?:---|\+\+\+|Index:|={5,}|diff |index )/.test(line))
  if (lines.at(-1) === '') lines.pop()
  return (
    <pre className={styles.diff} aria-label={label} tabIndex={0}>
      {lines.map((line, index) => (
        <span key={index} className={styles[kind(line)]}>
          {line || ' '}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}

function kind(line: string): 'hunk' | 'added' | 'removed' | 'same' {
  if (line.startsWith('@@')) return 'hunk'
  if (line.startsWith('+')) return 'added'
  if (line.startsWith('-')) return 'removed'
  return 'same'
}
