/**
 * Every failure Lectern can report: a stable code and the sentence the writer reads.
 *
 * A sentence says what happened, what still stands, and where it helps, what to do next.
 */
export const messages = {
  'internal.unexpected': () =>
    'Something unexpected went wrong in Lectern. Your text is still in the editor.',
  'contract.unknown-method': (method: string) => `Lectern has no operation called “${method}”.`,
  'contract.bad-argument': (what: string) =>
    `Lectern was asked for something it does not understand: ${what}.`,
  'host.unreachable': () =>
    'Lectern’s background service does not answer. Your text is still in this window; Lectern keeps trying.',
  'host.port-taken': (port: string) =>
    `Lectern cannot listen on port ${port} of this machine: another program uses it, or it is not allowed. Choose another with --port.`,
  'host.link-refused': (url: string) =>
    `Lectern opens web and mail addresses only, and “${url}” is neither. Nothing was opened.`,
  'host.no-folder-dialog': () => 'There is no folder dialog here. Type the folder’s path instead.',
  'post.changed-on-disk': (file: string) =>
    `${file} was changed by another program since you opened it. Nothing was overwritten.`,
  'post.not-found': (file: string) => `${file} is not there any more. Your text is still in the editor.`,
  'post.exists': (file: string) => `${file} exists already. Nothing was changed.`,
  'post.not-utf8': (file: string) =>
    `${file} is not UTF-8 text, so Lectern opens it for reading only and will not save over it.`,
  'post.outside-folder': (file: string) =>
    `${file} lies outside the open folder, so Lectern does not touch it.`,
  'post.bad-date': (text: string) => `“${text}” is not a date. Write it as 2026-07-14.`,
  'front-matter.not-representable': (field: string) =>
    `The field “${field}” is written in a way the form cannot change safely. Edit it in the text.`,
} as const

export type ErrorCode = keyof typeof messages

type Args<C extends ErrorCode> = Parameters<(typeof messages)[C]>

/** What crosses the wire and what `--json` prints as `error`. */
export interface WireError {
  readonly code: string
  readonly message: string
}

/** A failure with a code from {@link messages}. `cause` is kept for the log, never shown. */
export class LecternError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, args: readonly string[] = [], options?: { cause?: unknown }) {
    super(messageFor(code, args), options)
    this.name = 'LecternError'
    this.code = code
  }
}

/** The sentence for a code. `args` are the placeholders of its entry in {@link messages}, in order. */
export function messageFor<C extends ErrorCode>(code: C, args: readonly string[] | Args<C>): string {
  const sentence = messages[code] as (...values: string[]) => string
  return sentence(...(args as readonly string[]))
}

/** Any thrown value as code and sentence; what is not a LecternError becomes `internal.unexpected`. */
export function toWireError(error: unknown): WireError {
  if (error instanceof LecternError) return { code: error.code, message: error.message }
  return { code: 'internal.unexpected', message: messageFor('internal.unexpected', []) }
}

/** For the last branch of a switch over a union: a new member then does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
