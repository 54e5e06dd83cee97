/** How far a talk has come, in the order of its life. */
export const talkStages = ['planned', 'slides up', 'given', 'video awaited', 'video in', 'updated'] as const
export type TalkStage = (typeof talkStages)[number]

/** What readers of a talk post look for. */
export type TalkPiece = 'slides' | 'video'

/** What a post tells of its talk; nothing is written anywhere but in the post. */
export interface TalkFacts {
  readonly title: string
  readonly event: string | null
  readonly place: string | null
  /** The day of the talk, ISO; the post's where no other is told. */
  readonly date: string | null
  /** Addresses; null where there is none. */
  readonly slides: string | null
  readonly video: string | null
  readonly feedback: string | null
  readonly code: string | null
  readonly stage: TalkStage
  readonly lacks: readonly TalkPiece[]
  /** Since when it stands at this stage, ISO. */
  readonly since: string | null
}

/** A talk post of a folder. */
export interface TalkRow extends TalkFacts {
  readonly path: string
  /** Other posts of the folder about the same talk, the oldest first. */
  readonly outings: readonly string[]
}
