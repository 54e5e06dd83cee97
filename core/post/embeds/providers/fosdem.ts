import type { Provider } from '../provider.ts'

/** FOSDEM's schedule: the event's page lists its videos, so it is a card until someone looks. */
export const fosdem: Provider = {
  name: 'fosdem',
  label: 'FOSDEM',
  kind: 'card',
  hosts: ['fosdem.org', 'archive.fosdem.org'],
  fromUrl: ({ segments: [year, schedule, event, slug] }) =>
    schedule === 'schedule' && event === 'event' && /^\d{4}$/.test(year!) && slug && /^[\w-]+$/.test(slug)
      ? { id: `${year}/${slug}` }
      : undefined,
  page: ({ id }) => `https://fosdem.org/${id.replace('/', '/schedule/event/')}/`,
}
