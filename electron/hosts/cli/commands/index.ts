import type { Command } from '../command.ts'

/** Every command of `lectern`, loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  starter: async () => (await import('./starter.ts')).command,
  web: async () => (await import('./web.ts')).command,
}
