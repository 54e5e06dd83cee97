import type { TalkRow } from '../../core/post/index.ts'

/** The dialog that brings a talk post one stage on. */
export interface NextStep {
  readonly label: string
  readonly dialog: string
  readonly argument?: string
}

export function nextStep({ lacks, stage }: TalkRow): NextStep | undefined {
  if (lacks.includes('slides')) return { label: 'Add slides…', dialog: 'insert-embed' }
  if (lacks.includes('video') && stage !== 'planned' && stage !== 'slides up')
    return { label: 'The video is out…', dialog: 'add-update', argument: 'video' }
  return undefined
}

/** How long a talk post has lacked something, as a few words. */
export function waiting({ lacks, since }: TalkRow, today: string): string {
  if (lacks.length === 0 || since === null) return ''
  const days = Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000)
  if (days <= 0) return ''
  return days === 1 ? 'since yesterday' : `for ${spanWords(days)}`
}

/** As one says it: the largest unit of which there are two, or a year. */
function spanWords(days: number): string {
  const years = Math.floor(days / 365)
  if (years >= 1) return years === 1 ? 'a year' : `${years} years`
  const months = Math.floor(days / 30)
  if (months >= 2) return `${months} months`
  return days >= 14 ? `${Math.floor(days / 7)} weeks` : `${days} days`
}
