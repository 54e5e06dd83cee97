import type { Embed, PasteHouse } from '../../core/post/index.ts'

/** What a paste needs of the rest of the window. */
export interface Pasting {
  /** How the author writes, as far as it is known now. */
  house(): PasteHouse
  /** Asks the service what its player needs, because the writer pasted this. Undefined where nobody told. */
  ask(address: string): Promise<Embed | undefined>
  /** A link stands in the post for this address until its service answers. */
  wait(address: string): void
  /** No link stands for it any more. */
  forget(address: string): void
  /** The keys that reach the chooser, as people read them; empty for none. */
  keys(): string
}

/** A window that knows nothing and has no network. */
export const plainPasting: Pasting = {
  house: () => ({}),
  ask: () => Promise.resolve(undefined),
  wait: () => undefined,
  forget: () => undefined,
  keys: () => '',
}
