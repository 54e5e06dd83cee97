import { useEffect, useRef, useState } from 'react'
import type { ExportOperation } from '../../core/export/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { FrameChannel } from '../preview/frame-channel.ts'
import { sentenceOf } from '../state/notices.ts'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import { type PageBlocks, changeBetween, lineAcross, lineOfFirstChange } from './page-change.ts'
import { PageFrame } from './PageFrame.tsx'
import { type RenderedText, renderTexts } from './render-texts.ts'
import styles from './RenderedChange.module.css'

interface RenderedChangeProps {
  readonly planId: string
  /** Absolute path of the repository. */
  readonly repo: string
  readonly operation: ExportOperation
}

interface Pages {
  readonly before: RenderedText | undefined
  readonly after: RenderedText | undefined
}

/** The page as it is on the site and as it will be, side by side; what differs is marked, and they scroll together. */
export function RenderedChange({ planId, repo, operation }: RenderedChangeProps) {
  const { pages, failure } = usePages(planId, repo, operation)
  if (failure !== undefined) return <Notice tone="warning">{failure}</Notice>
  if (!pages) return <p role="status">Rendering the page…</p>
  return <SideBySide {...pages} />
}

function SideBySide({ before, after }: Pages) {
  const left = useRef<FrameChannel>(null)
  const right = useRef<FrameChannel>(null)
  const change = changeBetween(before?.blocks ?? [], after?.blocks ?? [])
  const follow = (other: FrameChannel | null, line: number): void => other?.send({ type: 'scroll', line })
  return (
    <div className={styles.sides}>
      <section className={styles.side} aria-label="On the site now">
        <h4>
          On the site now
          {before && <span className={styles.address}>{before.publicUrl}</span>}
        </h4>
        {before ? (
          <PageFrame
            onFrame={frame => void (left.current = frame)}
            title="The page as it is now"
            page={before}
            kind="removed"
            marks={after ? change.removed : []}
            line={lineOfFirstChange(before, change.removed) ?? lineOpposite(before, after, change.added)}
            onScrolled={line =>
              after &&
              follow(
                right.current,
                lineAcross(line, before, after, index => place(change.origins, index)),
              )
            }
          />
        ) : (
          <EmptyState title="Not on the site yet">It will be a new page.</EmptyState>
        )}
      </section>
      <section className={styles.side} aria-label="After this export">
        <h4>
          After this export
          {after && <span className={styles.address}>{after.publicUrl}</span>}
        </h4>
        {after ? (
          <PageFrame
            onFrame={frame => void (right.current = frame)}
            title="The page as it will be"
            page={after}
            kind="added"
            marks={before ? change.added : []}
            line={before && lineOfFirstChange(after, change.added)}
            onScrolled={line =>
              before &&
              follow(
                left.current,
                lineAcross(line, after, before, index => change.origins[index]),
              )
            }
          />
        ) : (
          <EmptyState title="No page">Jekyll makes no page of this file.</EmptyState>
        )}
      </section>
    </div>
  )
}

function place(origins: readonly (number | undefined)[], index: number): number | undefined {
  const found = origins.indexOf(index)
  return found < 0 ? undefined : found
}

/** Where only the new page has something, the old one shows the place it will stand at. */
function lineOpposite(
  before: PageBlocks,
  after: PageBlocks | undefined,
  added: readonly number[],
): number | undefined {
  const line = after && lineOfFirstChange(after, added)
  if (!after || line === undefined) return undefined
  const { origins } = changeBetween(before.blocks, after.blocks)
  return lineAcross(line, after, before, index => origins[index])
}

/** Reads both texts and renders them; nothing of it happens before somebody looks. */
function usePages(
  planId: string,
  repo: string,
  { path, from }: ExportOperation,
): { readonly pages?: Pages; readonly failure?: string } {
  const { host } = useLectern()
  const [found, setFound] = useState<{ readonly pages?: Pages; readonly failure?: string }>({})
  useEffect(() => {
    const controller = new AbortController()
    const read = async (): Promise<void> => {
      const [elsewhere, { before, after }] = await Promise.all([
        host.plannedSite(planId, path),
        host.plannedTexts(planId, path),
      ])
      const site = elsewhere ?? (await host.readSite())
      const texts = [
        ...(before === undefined ? [] : [{ path: from ?? path, source: before }]),
        ...(after === undefined ? [] : [{ path, source: after }]),
      ]
      const rendered = await renderTexts(site, repo, texts, controller.signal)
      const pages = {
        before: before === undefined ? undefined : rendered[0],
        after: after === undefined ? undefined : rendered.at(-1),
      }
      if (!controller.signal.aborted) setFound({ pages })
    }
    read().catch((error: unknown) => {
      if (!controller.signal.aborted) setFound({ failure: sentenceOf(error) })
    })
    return () => controller.abort()
  }, [host, planId, repo, path, from])
  return found
}
