import { useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import styles from './FollowingLinks.module.css'
import type { FollowingLink } from './links-to-post.ts'

export interface FollowingLinksListProps {
  readonly links: readonly FollowingLink[]
  readonly leftOut: ReadonlySet<string>
  readonly onChoose: (keys: readonly string[], wanted: boolean) => void
}

/** Links of other posts with what each would become; any of them can be left as it is. */
export function FollowingLinksList({ links, leftOut, onChoose }: FollowingLinksListProps) {
  const { posts } = useStore(useLectern().workspace)
  const titleOf = (path: string): string => posts.find(post => post.path === path)?.title ?? path
  const chosen = links.filter(link => !leftOut.has(link.key)).length
  return (
    <fieldset className={styles.links}>
      <legend className={styles.legend}>
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={chosen > 0}
            ref={box => {
              if (box) box.indeterminate = chosen > 0 && chosen < links.length
            }}
            onChange={event =>
              onChoose(
                links.map(link => link.key),
                event.currentTarget.checked,
              )
            }
          />
          {links.length === 1 ? 'Mend the link of another post' : `Mend ${links.length} links of other posts`}
        </label>
      </legend>
      <ul className={styles.list}>
        {links.map(({ key, path, line, written, edit }) => (
          <li key={key}>
            <label className={styles.link}>
              <input
                type="checkbox"
                checked={!leftOut.has(key)}
                onChange={event => onChoose([key], event.currentTarget.checked)}
              />
              <span className={styles.where} title={path}>
                {titleOf(path)}, line {line}
              </span>
              <span className={styles.address}>
                <del>{written}</del> <ins>{edit.insert}</ins>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
