import { useState } from 'react'
import type { EmbedAnswer } from '../../core/contract/index.ts'
import { isPending, rewriteEmbed } from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { readEmbedStyle } from '../insert/embed-style.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Notice, type NoticeProps } from '../ui/Notice.tsx'
import styles from './EmbedsPanel.module.css'
import { type PanelEmbed, embedNow } from './panel-embed.ts'

export interface EmbedLookupProps {
  readonly shown: PanelEmbed
  readonly address: string
  /** What was told before, if anything. */
  readonly answer: EmbedAnswer | undefined
  readonly onAnswer: (answer: EmbedAnswer) => void
  /** It waits for the network already. */
  readonly isQueued: boolean
  /** Puts it into the queue of what waits for the network. */
  readonly onQueue: (address: string) => void
}

/** Asks the service of an embed, on a click alone, and says what it answered and what can be done with that. */
export function EmbedLookup({ shown, address, answer, isQueued, onAnswer, onQueue }: EmbedLookupProps) {
  const { editor, host, settings } = useLectern()
  const { readOnly } = useDocument('readOnly')
  const [state, setState] = useState<'rest' | 'asking' | { readonly failed: string }>('rest')
  const { embed } = shown.embeds[shown.index]!

  function ask(): void {
    setState('asking')
    host.lookupEmbed(address).then(
      told => {
        onAnswer(told)
        setState('rest')
      },
      (error: unknown) => setState({ failed: sentenceOf(error) }),
    )
  }

  function write(told: EmbedAnswer): void {
    const source = editor.text()
    const found = embedNow(source, shown)
    if (!found || !told.embed) return
    const style = readEmbedStyle(settings, told.embed.provider)
    const edits = rewriteEmbed(source, found, style, {
      embed: told.embed,
      ...(shown.house && { house: shown.house }),
    })
    editor.apply({ edits }, 'Wrote what the service told', { stay: true })
  }

  if (state === 'asking') return <Notice>Asking the service…</Notice>
  if (typeof state === 'object')
    return (
      <Notice tone="danger" actions={<Button onClick={ask}>Ask again</Button>}>
        {state.failed}
      </Notice>
    )
  const canWrite =
    isPending(embed) && answer?.embed !== undefined && !isPending(answer.embed) && readOnly === undefined
  if (canWrite)
    return (
      <Notice tone="ok" actions={<Button onClick={() => write(answer)}>Put it in</Button>}>
        The service told what its player needs.
      </Notice>
    )
  const asked = answer !== undefined && isAnswered(answer)
  return (
    <>
      {asked && <Answer answer={answer} />}
      <div className={styles.actions}>
        <Button look="quiet" onClick={ask}>
          {asked ? 'Ask again' : 'Look it up'}
        </Button>
        {asked && answer.state === 'pending' && isPending(embed) && !isQueued && (
          <Button look="quiet" onClick={() => onQueue(address)}>
            Ask when the network is back
          </Button>
        )}
      </div>
    </>
  )
}

/** Whether somebody was asked: an embed that is only known from its markup has no such time. */
function isAnswered({ fetchedAt, httpStatus, message }: EmbedAnswer): boolean {
  return fetchedAt !== undefined || httpStatus !== undefined || message !== ''
}

const sentences: Readonly<Record<EmbedAnswer['state'], string>> = {
  ready: '',
  cached: '',
  stale: 'The service did not answer since. This is what it told before.',
  pending: 'The service did not answer. What stands in the post can be published as it is.',
  private: 'Only some people can see this. Readers will find nothing here.',
  gone: 'The service does not have this any more. Swap it, or make it a link.',
  blocked: 'Lectern does not follow this address.',
}

const tones: Readonly<Partial<Record<EmbedAnswer['state'], NonNullable<NoticeProps['tone']>>>> = {
  private: 'warning',
  gone: 'warning',
  blocked: 'warning',
}

function Answer({ answer }: { readonly answer: EmbedAnswer }) {
  const words = answer.message || sentences[answer.state]
  if (words === '') return null
  const offline = answer.state === 'pending' && !navigator.onLine
  return <Notice tone={tones[answer.state] ?? 'info'}>{offline ? `You are offline. ${words}` : words}</Notice>
}
