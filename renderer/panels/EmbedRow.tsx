import { useMemo, useState } from 'react'
import {
  type EmbedStyle,
  embedCard,
  embedProblems,
  embedStyles,
  isRefusal,
  parseStart,
  rewriteEmbed,
  setStart,
  swapEmbed,
} from '../../core/post/index.ts'
import type { TextEdit } from '../../core/text/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { embedStyleOptions, rememberEmbedStyle } from '../insert/embed-style.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { SelectField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { EmbedForm } from './EmbedForm.tsx'
import { EmbedLookup } from './EmbedLookup.tsx'
import styles from './EmbedsPanel.module.css'
import { type PanelEmbed, embedNow } from './panel-embed.ts'
import { postDayOf } from './post-day.ts'
import { ratioWords } from './ratio-words.ts'
import { usePoster } from './use-poster.ts'
import type { StoredEmbeds } from './use-stored-embeds.ts'

export interface EmbedRowProps {
  readonly text: string
  readonly shown: PanelEmbed
  readonly stored: StoredEmbeds
  /** It waits for the network already. */
  readonly isQueued: boolean
  readonly onQueue: (address: string) => void
}

const textChanged = 'The text changed a moment ago. Try again.'

/** An embed of the post: what it is, what is wrong with it, and all that can be done with it. */
export function EmbedRow({ text, shown, stored, isQueued, onQueue }: EmbedRowProps) {
  const { editor, host, notices, preview } = useLectern()
  const { path, readOnly } = useDocument('path', 'readOnly')
  const [open, setOpen] = useState<'swap' | 'start' | 'style'>()
  const found = shown.embeds[shown.index]!
  const { embed } = found
  const answer = stored.of(embed.pageUrl)
  const poster = usePoster(answer?.poster)
  const { title, ratio } = answer?.embed ?? {}
  const card = embedCard(embed, { ...(title && { title }), ...(ratio && { ratio }) })
  const problems = useMemo(() => embedProblems(text, found, postDayOf(path).postDate), [text, found, path])
  const canStart = setStart(text, found, 2) !== undefined || card.start !== undefined
  const close = (): void => setOpen(undefined)

  /** Edits made for the text as it is now. */
  function change(edits: (source: string) => readonly TextEdit[] | undefined, done: string): void {
    const made = edits(editor.text())
    if (!made) notices.show({ kind: 'info', text: textChanged })
    else if (made.length > 0) editor.apply({ edits: made }, done, { stay: true })
  }

  function fix(code: string): void {
    change(source => {
      const now = embedNow(source, shown)
      return (
        now &&
        embedProblems(source, now, postDayOf(path).postDate).find(each => each.code === code)?.fix?.edits
      )
    }, 'Mended the embed')
  }

  /** Outside: a page in the browser, a PDF of the site in the program for it. */
  function openItem(): void {
    const opened =
      card.local === undefined
        ? host.openExternal(embed.pageUrl ?? '')
        : host.openSitePdf(encodeURI(embed.id ?? ''))
    opened.catch(notices.report)
  }

  const copy = (address: string) =>
    navigator.clipboard
      .writeText(address)
      .then(() => notices.show({ kind: 'success', text: 'Address copied.' }), notices.report)
  return (
    <li className={styles.embed} aria-label={`${card.label}: ${card.title}`}>
      <button type="button" className={styles.place} onClick={() => editor.reveal(found.span.from)}>
        {poster !== undefined && <img className={styles.poster} src={poster} alt="" />}
        <span className={styles.title}>{card.title}</span>
        <span className={styles.facts}>
          <Badge>{card.label}</Badge> line {found.line}
          {card.ratio !== undefined && card.state === 'ready' && <span>{ratioWords(card.ratio)}</span>}
          {card.start !== undefined && <span>from {card.start}</span>}
          {answer?.author && <span>by {answer.author}</span>}
          {embed.id !== null && <code>{embed.id}</code>}
        </span>
      </button>
      {problems.map(problem => (
        <Notice
          key={problem.code}
          tone="warning"
          actions={problem.fix && <Button onClick={() => fix(problem.code)}>{problem.fix.title}</Button>}
        >
          {problem.message}
        </Notice>
      ))}
      {problems.length === 0 && card.notice && <Notice>{card.notice}</Notice>}
      {embed.pageUrl && card.local === undefined && card.state !== 'dead' && (
        <EmbedLookup
          shown={shown}
          address={embed.pageUrl}
          answer={answer}
          onAnswer={told => {
            stored.add(told)
            preview.embedsTold()
          }}
          isQueued={isQueued}
          onQueue={onQueue}
        />
      )}
      {open === 'swap' && <SwapForm shown={shown} onDone={close} />}
      {open === 'start' && <StartForm shown={shown} isPlace={embed.kind === 'slides'} onDone={close} />}
      {open === 'style' && <StyleField text={text} shown={shown} onDone={close} />}
      {open === undefined && (
        <div className={styles.actions}>
          {readOnly === undefined && (
            <>
              <Button look="quiet" onClick={() => setOpen('swap')}>
                Swap…
              </Button>
              {canStart && (
                <Button look="quiet" onClick={() => setOpen('start')}>
                  Start…
                </Button>
              )}
              {found.form !== 'front-matter' && (
                <Button look="quiet" onClick={() => setOpen('style')}>
                  Markup…
                </Button>
              )}
            </>
          )}
          {embed.pageUrl && (
            <>
              {(card.local === undefined || embed.provider === 'pdf') && (
                <IconButton icon="external" label={`Open ${embed.pageUrl}`} onClick={openItem} />
              )}
              <IconButton icon="copy" label="Copy address" onClick={() => void copy(embed.pageUrl!)} />
            </>
          )}
        </div>
      )}
    </li>
  )
}

interface FormProps {
  readonly shown: PanelEmbed
  readonly onDone: () => void
}

/** Takes the new address or id; the rest of the markup stays. */
function SwapForm({ shown, onDone }: FormProps) {
  return (
    <EmbedForm
      label="New address or id"
      action="Swap"
      done="Swapped the embed"
      edits={(source, typed) => {
        const now = embedNow(source, shown)
        if (!now) return textChanged
        const edits = swapEmbed(source, now, typed, shown.house)
        return isRefusal(edits) ? edits.message : edits
      }}
      onDone={onDone}
    />
  )
}

function StartForm({ shown, isPlace, onDone }: FormProps & { readonly isPlace: boolean }) {
  return (
    <EmbedForm
      label={isPlace ? 'Slide or page to start at' : 'Time to start at'}
      action="Set"
      done="Set where the embed starts"
      hint={isPlace ? 'Empty for the first.' : 'As 1:30, 90s or 1h2m3s. Empty for the beginning.'}
      edits={(source, typed) => {
        const now = embedNow(source, shown)
        if (!now) return textChanged
        const start = parseStart(typed)
        if (typed !== '' && start === undefined) return 'This is neither a time nor a number.'
        return setStart(source, now, start) ?? 'The way this embed is written has no place for a start.'
      }}
      onDone={onDone}
    />
  )
}

/** The ways of writing it; the choice holds for the next embed of this provider too. */
function StyleField({ text, shown, onDone }: FormProps & { readonly text: string }) {
  const { editor, notices, settings } = useLectern()
  const found = shown.embeds[shown.index]!
  const options = shown.house ? { house: shown.house } : {}
  const current = embedStyles.find(style => rewriteEmbed(text, found, style, options).length === 0)
  function choose(style: EmbedStyle): void {
    const source = editor.text()
    const now = embedNow(source, shown)
    if (!now) return void notices.show({ kind: 'info', text: textChanged })
    const edits = rewriteEmbed(source, now, style, options)
    if (edits.length > 0) editor.apply({ edits }, 'Wrote the embed another way', { stay: true })
    rememberEmbedStyle(settings, now.embed.provider, style)
  }
  return (
    <div>
      <SelectField
        label="Written as"
        hint="Holds for the next one of this service, too."
        autoFocus
        options={current ? embedStyleOptions : [{ value: '', label: 'As it stands' }, ...embedStyleOptions]}
        value={current ?? ''}
        onChange={event =>
          event.currentTarget.value !== '' && choose(event.currentTarget.value as EmbedStyle)
        }
      />
      <Button look="quiet" onClick={onDone}>
        Done
      </Button>
    </div>
  )
}
