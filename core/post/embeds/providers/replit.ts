import type { Provider } from '../provider.ts'

const project = /^@[\w-]+\/[\w.-]+$/

/** Replit, once repl.it: shows code only. */
export const replit: Provider = {
  name: 'replit',
  label: 'Replit',
  kind: 'code',
  hosts: ['replit.com', 'repl.it'],
  fromUrl: ({ segments }) => {
    const id = segments.slice(0, 2).join('/')
    return project.test(id) ? { id } : undefined
  },
  fromId: id => (project.test(id) ? { id } : undefined),
  player: ({ id }) => `https://replit.com/${id}?embed=true`,
  page: ({ id }) => `https://replit.com/${id}`,
  height: 400,
  frameSources: ['https://replit.com'],
  oembed: url => `https://replit.com/data/oembed?url=${encodeURIComponent(url)}`,
}
