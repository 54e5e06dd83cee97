import { useMemo } from 'react'
import {
  type LinkModel,
  duplicateDefinitions,
  mergeDefinitions,
  pruneDefinitions,
  readLinks,
  toInline,
  toReferences,
  unusedDefinitions,
} from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { changeLinks } from '../links/change-links.ts'
import { DefinitionRow } from '../links/DefinitionRow.tsx'
import { InlineRow } from '../links/InlineRow.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './RowList.module.css'

/** The link definitions of the post with their links, and the links that carry their own address. */
export function LinksPanel() {
  const { dialogs } = useLectern()
  const { path, text } = useDocument('path', 'text')
  const links = useMemo(() => readLinks(text), [text])
  if (path === undefined) return <EmptyState title="No post is open" />
  const insert = (
    <Button icon="link" onClick={() => dialogs.open('insert-link')}>
      Link…
    </Button>
  )
  if (links.definitions.length + links.uses.length === 0)
    return (
      <EmptyState title="No links yet" actions={insert}>
        Select words and link them: the address goes into a block of definitions at the end of the post.
      </EmptyState>
    )
  const inline = links.uses.filter(use => use.style === 'inline')
  return (
    <div className={styles.panel}>
      <div className={styles.actions}>
        {insert}
        <WholePostActions links={links} />
      </div>
      {links.definitions.length > 0 && (
        <section aria-label="Definitions">
          <h2 className={styles.heading}>Definitions</h2>
          <ul className={styles.list}>
            {links.definitions.map(definition => (
              <DefinitionRow
                key={definition.span.from}
                definition={definition}
                uses={links.uses.filter(use => use.definition === definition)}
              />
            ))}
          </ul>
        </section>
      )}
      {inline.length > 0 && (
        <section aria-label="Inline links">
          <h2 className={styles.heading}>Inline links and pictures</h2>
          <ul className={styles.list}>
            {inline.map(use => (
              <InlineRow key={use.span.from} use={use} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What can be done to all links at once, as far as there is something to do. */
function WholePostActions({ links }: { readonly links: LinkModel }) {
  const lectern = useLectern()
  const { house } = lectern.links.get()
  const hasInline = links.uses.some(use => use.style === 'inline')
  const hasReferences = links.uses.some(use => use.definition)
  return (
    <>
      {hasInline && (
        <Button
          onClick={() => changeLinks(lectern, 'Made references', source => toReferences(source, { house }))}
        >
          All to references
        </Button>
      )}
      {hasReferences && (
        <Button onClick={() => changeLinks(lectern, 'Put the addresses in', source => toInline(source))}>
          All inline
        </Button>
      )}
      {duplicateDefinitions(links).length > 0 && (
        <Button onClick={() => changeLinks(lectern, 'Merged definitions', mergeDefinitions)}>
          Merge duplicates
        </Button>
      )}
      {unusedDefinitions(links).length > 0 && (
        <Button onClick={() => changeLinks(lectern, 'Took definitions out', pruneDefinitions)}>
          Take unused out
        </Button>
      )}
    </>
  )
}
