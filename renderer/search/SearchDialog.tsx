import { useEffect, useState } from 'react'
import type { SearchMatch, SearchQuery } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'
import { saveOpenPosts } from '../beside/open-desks.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, FieldRow, SelectField, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { choose, chosenReplacements, countSentence } from './chosen-replacements.ts'
import { openMatch } from './open-match.ts'
import { replaceInPosts } from './replace-in-posts.ts'
import { SearchResults } from './SearchResults.tsx'
import styles from './Search.module.css'
import { useSearch } from './use-search.ts'

const kinds = [
  { value: 'words', label: 'All these words' },
  { value: 'exact', label: 'Exactly this text' },
  { value: 'expression', label: 'A regular expression' },
] as const

const wheres = [
  { value: 'everywhere', label: 'Everywhere' },
  { value: 'body', label: 'The text' },
  { value: 'front-matter', label: 'Front matter' },
] as const

const mostPosts = 60
/** Who replaces in all posts means all. */
const mostReplaced = 100_000

/** Finds in all posts of the folder; and replaces what the writer leaves chosen, with one undo. */
export function SearchDialog({ onClose }: DialogProps) {
  const lectern = useLectern()
  const { posts: listed } = useWorkspace()
  const [query, setQuery] = useState<SearchQuery>(() => ({ ...firstQuery, text: selectedWords(lectern) }))
  const [replacing, setReplacing] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<string>()
  const [isWriting, setIsWriting] = useState(false)
  const state = useSearch(replacing ? { ...query, replacement, mostPosts: mostReplaced } : query)

  // The host searches what is on disk: what was typed a moment ago belongs there first.
  useEffect(() => void saveOpenPosts(lectern), [lectern])

  const change = (part: Partial<SearchQuery>) => {
    setQuery(before => ({ ...before, ...part }))
    setLeftOut(new Set())
  }
  const result = state.type === 'found' ? state.result : undefined
  const posts = result?.posts ?? []
  const replacements = replacing ? chosenReplacements(posts, leftOut) : []
  const places = replacements.reduce((sum, { edits }) => sum + edits.length, 0)

  async function replace(): Promise<void> {
    setIsWriting(true)
    try {
      await replaceInPosts(lectern, replacements)
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setIsWriting(false)
    }
  }

  return (
    <Dialog
      title="Find in all posts"
      size="large"
      onClose={onClose}
      actions={
        replacing && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" disabled={places === 0 || isWriting} onClick={() => void replace()}>
              {places === 0 ? 'Replace' : `Replace ${countSentence(places, replacements.length)}`}
            </Button>
          </>
        )
      }
    >
      <FieldRow>
        <TextField
          label="Find"
          autoFocus
          value={query.text}
          error={state.type === 'failed' ? state.reason : undefined}
          onChange={event => change({ text: event.currentTarget.value })}
        />
        <SelectField
          label="As"
          options={kinds}
          value={query.kind}
          onChange={event => change({ kind: event.currentTarget.value as SearchQuery['kind'] })}
        />
        <SelectField
          label="In"
          options={wheres}
          value={query.where}
          onChange={event => change({ where: event.currentTarget.value as SearchQuery['where'] })}
        />
      </FieldRow>
      <div className={styles.options}>
        <Checkbox
          label="Match case"
          checked={query.matchCase}
          onChange={event => change({ matchCase: event.currentTarget.checked })}
        />
        <Checkbox
          label="Whole words"
          checked={query.wholeWord}
          onChange={event => change({ wholeWord: event.currentTarget.checked })}
        />
        <Checkbox
          label="Replace"
          checked={replacing}
          onChange={event => setReplacing(event.currentTarget.checked)}
        />
      </div>
      {replacing && (
        <TextField
          label="Replace with"
          value={replacement}
          hint={query.kind === 'expression' && '$1 is the first group, $& all that was found.'}
          onChange={event => setReplacement(event.currentTarget.value)}
        />
      )}
      {failure && <Notice tone="danger">{failure}</Notice>}
      <p role="status" className={styles.summary}>
        {isWriting
          ? `Writing ${replacements.length === 1 ? 'one post' : `${replacements.length} posts`}…`
          : result && summaryOf(result.posts, result.isCut)}
      </p>
      <SearchResults
        posts={posts}
        titleOf={path => listed.find(post => post.path === path)?.title ?? path}
        replacing={replacing}
        leftOut={leftOut}
        onChoose={(keys, wanted) => setLeftOut(before => choose(before, keys, wanted))}
        onOpen={(path, match: SearchMatch) => {
          onClose()
          void lectern.keys.during(openMatch(lectern, path, match)).catch(lectern.notices.report)
        }}
      />
    </Dialog>
  )
}

const firstQuery: SearchQuery = {
  text: '',
  kind: 'words',
  matchCase: false,
  wholeWord: false,
  where: 'everywhere',
  mostPosts,
}

/** Words selected on one line are what is looked for. */
function selectedWords({ editor }: ReturnType<typeof useLectern>): string {
  const { from, to } = editor.selection()
  const words = editor.doc().sliceString(from, Math.min(to, from + 200))
  return words.includes('\n') ? '' : words
}

function summaryOf(posts: readonly { readonly matches: readonly unknown[] }[], isCut: boolean): string {
  if (posts.length === 0) return 'Nothing found.'
  const places = posts.reduce((sum, { matches }) => sum + matches.length, 0)
  return `${countSentence(places, posts.length)}${isCut ? ', and more posts: narrow the search to see them' : ''}.`
}
