import type { Command } from '../command.ts'

/** Every command of `lectern`, loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  render: async () => (await import('./render.ts')).command,
  liquid: async () => (await import('./liquid.ts')).command,
  kramdown: async () => (await import('./kramdown.ts')).command,
  embed: async () => (await import('./embed.ts')).command,
  embeds: async () => (await import('./embeds.ts')).command,
  check: async () => (await import('./check.ts')).command,
  new: async () => (await import('./new.ts')).command,
  talks: async () => (await import('./talks.ts')).command,
  update: async () => (await import('./update.ts')).command,
  updates: async () => (await import('./updates.ts')).command,
  links: async () => (await import('./links.ts')).command,
  starter: async () => (await import('./starter.ts')).command,
  web: async () => (await import('./web.ts')).command,
  export: async () => (await import('./export.ts')).command,
  'undo-export': async () => (await import('./undo-export.ts')).command,
}
