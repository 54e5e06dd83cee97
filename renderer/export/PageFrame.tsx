import { useEffect, useRef } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import { type FrameChannel, openPreviewFrame } from '../preview/frame-channel.ts'
import { frameAddress, frameLook } from '../preview/frame-look.ts'
import type { ChangeKind, FromFrame } from '../preview/frame-protocol.ts'
import { createShownPdfs } from '../preview/pdf/shown-pdfs.ts'
import { previewViewOf } from '../preview/preview-view.ts'
import type { RenderedText } from './render-texts.ts'
import styles from './RenderedChange.module.css'

interface PageFrameProps {
  /** Given the way to the page, and null when it is gone. */
  readonly onFrame: (frame: FrameChannel | null) => void
  readonly title: string
  readonly page: RenderedText
  readonly kind: ChangeKind
  /** The blocks to mark, by their place from 0. */
  readonly marks: readonly number[]
  /** The line to begin at; the top where it is left out. */
  readonly line: number | undefined
  readonly onScrolled: (line: number) => void
}

/** A rendered post in a frame of another origin, as the preview shows it. */
export function PageFrame(props: PageFrameProps) {
  const { info, pdfPages, preview, settings } = useLectern()
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(props)
  useEffect(() => void (shown.current = props))
  const { page, title } = props

  useEffect(() => {
    const view = previewViewOf(settings, preview.state.get().isDressed)
    const inLayout = view === 'page' && page.shell.type !== 'none'
    const look = { ...frameLook(settings), playAtOnce: false }
    const frame = openPreviewFrame(frameAddress(info, look, inLayout), title, place.current!)
    const pdfs = createShownPdfs(pdfPages, pdf => frame.send({ type: 'pdf', pdf }))
    shown.current.onFrame(frame)

    function showPage(): void {
      const { kind, marks, line } = shown.current
      frame.send({ type: 'look', look })
      frame.send({ type: 'post', post: page.post, fresh: true })
      frame.send({ type: 'shell', shell: page.shell, siteVersion: '' })
      const middle = page.blocks.map(html => ({ html }))
      frame.send({ type: 'patch', patch: { start: 0, end: 0, middle }, lines: page.lines })
      frame.send({ type: 'marks', kind, blocks: marks })
      if (line !== undefined) frame.send({ type: 'scroll', line })
    }

    frame.listen((message: FromFrame) => {
      if (message.type === 'ready') showPage()
      else if (message.type === 'pdf') pdfs.want(message.path, message.page)
      else if (message.type === 'scrolled') shown.current.onScrolled(message.line)
    })
    const gone = shown.current
    return () => {
      gone.onFrame(null)
      frame.close()
    }
  }, [info, page, pdfPages, preview, settings, title])

  return <div ref={place} className={styles.frame} />
}
