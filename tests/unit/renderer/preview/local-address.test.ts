import { expect, test } from 'vitest'
import type { FramePost } from '../../../../renderer/preview/frame-protocol.ts'
import { pictureAddress } from '../../../../renderer/preview/page/local-address.ts'

const post: FramePost = {
  title: 'Boats',
  day: '',
  url: '/talks/boats/',
  siteUrl: 'https://quay.example',
  baseurl: '/blog',
  notices: [],
}
const root = 'http://preview.localhost:1/token/site/'

test.each([
  [
    'a picture from the site’s root',
    '/blog/images/boat.png',
    { type: 'local', url: `${root}images/boat.png` },
  ],
  ['one without the baseurl', '/images/boat.png', { type: 'local', url: `${root}images/boat.png` }],
  ['one beside the page', 'boat.png', { type: 'local', url: `${root}talks/boats/boat.png` }],
  [
    'one by the site’s own address',
    'https://quay.example/blog/a.png',
    { type: 'local', url: `${root}a.png` },
  ],
  [
    'one of another host',
    'http://other.example/a.png',
    { type: 'remote', url: 'http://other.example/a.png' },
  ],
  ['one without a scheme', '//other.example/a.png', { type: 'remote', url: 'https://other.example/a.png' }],
  ['one inside the address', 'data:image/gif;base64,AA', { type: 'local', url: 'data:image/gif;base64,AA' }],
  ['a script', 'javascript:alert(1)', { type: 'none' }],
  ['a file of the machine', 'file:///etc/passwd', { type: 'none' }],
  ['a way out of the site', '/../../etc/passwd', { type: 'local', url: `${root}etc/passwd` }],
  ['no address at all', 'http://', { type: 'none' }],
] as const)('reads %s', (_, address, expected) => {
  expect(pictureAddress(address, post, root)).toEqual(expected)
})

test('a site that names no address has only local pictures of its own', () => {
  expect(pictureAddress('/a.png', { ...post, siteUrl: '', baseurl: '' }, root)).toEqual({
    type: 'local',
    url: `${root}a.png`,
  })
})
