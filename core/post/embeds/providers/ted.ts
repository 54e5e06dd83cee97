import { type Provider, definedParams } from '../provider.ts'

const slug = /^\w+$/
const language = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/

/** TED talks, with the language of their subtitles. */
export const ted: Provider = {
  name: 'ted',
  label: 'TED',
  kind: 'video',
  hosts: ['ted.com', 'embed.ted.com', 'embed-ssl.ted.com'],
  fromUrl: address => {
    const [first, second, third, fourth] = address.segments
    if (first !== 'talks' && first !== 'dubbing') return undefined
    const inPath = second === 'lang' ? third : undefined
    const id = (inPath ? fourth : second)?.replace(/\.html$/, '')
    const lang = inPath ?? address.query('language')
    if (!id || !slug.test(id)) return undefined
    return { id, params: definedParams({ lang: lang && language.test(lang) ? lang : undefined }) }
  },
  fromId: id => (slug.test(id) ? { id } : undefined),
  player: ({ id, params }) =>
    `https://embed.ted.com/talks/${typeof params['lang'] === 'string' ? `lang/${params['lang']}/` : ''}${id}`,
  page: ({ id }) => `https://www.ted.com/talks/${id}`,
  allow: 'fullscreen',
  frameSources: ['https://embed.ted.com'],
  oembed: url => `https://www.ted.com/services/v1/oembed.json?url=${encodeURIComponent(url)}`,
}
