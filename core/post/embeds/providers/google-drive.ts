import type { Provider } from '../provider.ts'

/** A video kept in Google Drive, as themes' own video includes name it. Addresses of Drive stay ordinary pages. */
export const googleDrive: Provider = {
  name: 'google-drive',
  label: 'Google Drive',
  kind: 'video',
  hosts: [],
  tagNames: ['googledrive'],
  fromUrl: () => undefined,
  fromId: id => (/^[\w-]{20,}$/.test(id) ? { id, params: { needsSharing: true } } : undefined),
  player: ({ id }) => `https://drive.google.com/file/d/${id}/preview`,
  page: ({ id }) => `https://drive.google.com/file/d/${id}/view`,
  allow: 'fullscreen',
  frameSources: ['https://drive.google.com'],
}
