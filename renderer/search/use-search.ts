import { useEffect, useState } from 'react'
import type { SearchQuery, SearchResult } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'

export type SearchState =
  | { readonly type: 'idle' }
  | { readonly type: 'found'; readonly result: SearchResult }
  | { readonly type: 'failed'; readonly reason: string }

const pauseMs = 120

/** What the host finds for a query, asked a moment after the last key. What was found before stays until then. */
export function useSearch(query: SearchQuery): SearchState {
  const { host } = useLectern()
  const [state, setState] = useState<SearchState>({ type: 'idle' })
  const asked = JSON.stringify(query)
  useEffect(() => {
    const query = JSON.parse(asked) as SearchQuery
    let current = true
    const search = async (): Promise<void> => {
      try {
        const result = await host.searchPosts(query)
        if (current) setState({ type: 'found', result })
      } catch (error) {
        if (current) setState({ type: 'failed', reason: sentenceOf(error) })
      }
    }
    const pause = setTimeout(() => {
      if (query.text.trim() === '') setState({ type: 'idle' })
      else void search()
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(pause)
    }
  }, [host, asked])
  return state
}
