import { useEffect, useState } from 'react'
import type { EmbedAnswer } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'

export interface StoredEmbeds {
  readonly of: (address: string | undefined) => EmbedAnswer | undefined
  /** Takes over what a service just answered. */
  readonly add: (answer: EmbedAnswer) => void
}

/** What services told earlier about these addresses. Asks nobody but the host. */
export function useStoredEmbeds(addresses: readonly string[]): StoredEmbeds {
  const { host } = useLectern()
  const [answers, setAnswers] = useState<ReadonlyMap<string, EmbedAnswer>>(new Map())
  const wanted = addresses.join('\n')
  useEffect(() => {
    if (wanted === '') return
    let current = true
    host.storedEmbeds(wanted.split('\n')).then(
      found => current && setAnswers(new Map(found.map(answer => [answer.address, answer]))),
      // Without stored answers each embed still says what its markup tells.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, wanted])
  return {
    of: address => (address === undefined ? undefined : answers.get(address)),
    add: answer => setAnswers(before => new Map(before).set(answer.address, answer)),
  }
}
