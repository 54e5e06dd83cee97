import type { Provider } from '../provider.ts'

/** Zenodo: a record is a card, one of its PDF files is a deck. */
export const zenodo: Provider = {
  name: 'zenodo',
  label: 'Zenodo',
  kind: 'card',
  hosts: ['zenodo.org', 'doi.org', 'dx.doi.org'],
  fromUrl: ({ host, segments }) => {
    const [first, id, files, file] = segments
    if (host !== 'zenodo.org') {
      const record = /^zenodo\.(\d+)$/.exec(id ?? '')?.[1]
      return first === '10.5281' && record ? { id: record } : undefined
    }
    if (!/^records?$/.test(first ?? '') || !id || !/^\d{1,12}$/.test(id)) return undefined
    if (files !== 'files' || !file) return { id }
    const kind = /\.pdf$/i.test(file)
      ? 'slides'
      : /\.(?:mp4|m4v|webm|ogv|mov)$/i.test(file)
        ? 'video'
        : undefined
    const src = `https://zenodo.org/records/${id}/files/${encodeURIComponent(file)}`
    return kind ? { id, params: { file }, kind, offline: true, src } : { id, params: { file } }
  },
  fromId: id => (/^\d{5,12}$/.test(id) ? { id } : undefined),
  page: ({ id }) => `https://zenodo.org/records/${id}`,
  frameSources: ['https://zenodo.org'],
}
