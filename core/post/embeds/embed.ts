/** What an embed shows, or why it shows nothing. */
export type EmbedKind =
  | 'slides'
  | 'video'
  | 'code'
  | 'audio'
  | 'social'
  | 'image'
  /** A page worth a titled link, with no player. */
  | 'card'
  /** A service that closed. */
  | 'dead'
  /** A frame of an origin no provider claims. */
  | 'iframe'
  /** An include that no provider and no site file explains. */
  | 'unknown'

export type EmbedParams = Readonly<Record<string, string | number | boolean>>

/** One thing shown in a post: which service, which item, and what is known without asking anyone. */
export interface Embed {
  /** The provider's word, such as `youtube`; `generic` where none claims the address. */
  readonly provider: string
  readonly kind: EmbedKind
  /** The provider's own name for the item; null where only the network knows it. */
  readonly id: string | null
  /** Start, slide, page, list, the ratio and the markup that named them. */
  readonly params: EmbedParams
  /** Whether the player's address (or script) follows from the input alone. */
  readonly offlineResolvable: boolean
  /** What the preview would load: the privacy host; a page's own host stays `{PARENT}`. */
  readonly embedSrc?: string
  /** Where a reader can see it. */
  readonly pageUrl?: string
  /** Width divided by height, where the markup tells. */
  readonly ratio?: number
  /** The title the markup carries. */
  readonly title?: string
}

export type RefusalReason =
  | 'empty'
  | 'too-long'
  | 'scheme'
  | 'malformed-scheme'
  | 'not-a-url'
  | 'credentials'
  | 'backslash'
  | 'control-characters'
  | 'bidi-controls'
  | 'private-address'
  | 'path-traversal'
  | 'script-host'
  | 'inline-script'
  | 'srcdoc'
  | 'no-src'
  | 'bad-id'
  | 'no-embed'

/** Input that is no embed, with the sentence the writer reads. */
export interface Refusal {
  readonly reason: RefusalReason
  readonly message: string
}

const sentences: Readonly<Record<RefusalReason, string>> = {
  empty: 'There is nothing to embed.',
  'too-long': 'This address is longer than 4096 characters, so Lectern does not use it.',
  scheme: 'Only http and https addresses can be embedded.',
  'malformed-scheme': 'This address lacks the “//” after “https:”.',
  'not-a-url': 'This is neither an address nor an embed code.',
  credentials: 'This address holds a user name or password before its host.',
  backslash: 'This address holds a backslash, which programs read differently.',
  'control-characters': 'This address holds invisible control characters.',
  'bidi-controls': 'This address holds characters that reverse the text and hide what it really says.',
  'private-address': 'This address points into your own computer or network, where readers cannot go.',
  'path-traversal': 'This path leaves the site’s folder.',
  'script-host': 'This code loads a script from a host Lectern does not know.',
  'inline-script': 'This code is a script of its own; Lectern does not put scripts into posts.',
  srcdoc: 'This frame carries its own page instead of an address.',
  'no-src': 'This code names no address to show.',
  'bad-id': 'The id in this code is not one the service could have given.',
  'no-embed': 'There is no embed in this code.',
}

export function refuse(reason: RefusalReason): Refusal {
  return { reason, message: sentences[reason] }
}

export function isRefusal(value: object): value is Refusal {
  return 'reason' in value
}
