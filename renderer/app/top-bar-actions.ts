import type { IconName } from '../ui/Icon.tsx'

export interface TopBarAction {
  /** The id of a row in `commands.ts`; label, keys and `enabled` come from there. */
  readonly command: string
  readonly icon: IconName
  /** Shown beside the icon; without it the icon stands alone and the command's label is its name. */
  readonly text?: string
  readonly look?: 'primary' | 'plain' | 'quiet'
}

/** Buttons at the right end of the top bar. A feature adds its row here. */
export const topBarActions: readonly TopBarAction[] = [
  { command: 'post.new', icon: 'add', text: 'New' },
  { command: 'publish', icon: 'publish', text: 'Publish', look: 'primary' },
]
