import { describe, expect, test } from 'vitest'
import {
  type GalleryPlan,
  type GallerySite,
  galleryAddresses,
  isInGallery,
  learnPictureHouse,
  planGallery,
} from '../../../../../core/post/pictures/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const counted =
  "{% assign image_folder = 'tape' %}\n{% assign number_of_images = 2 %}\n{% include talks/gallery %}"
const listed = '{% assign gallery_images = "a.jpg|b.jpg" | split: "|" %}\n{% include talks/gallery %}'
const told = '{% include gallery.html images="/images/web/a.jpg, /images/web/b.jpg" caption="Two" %}'
const stems = "{% assign photos = 'dawn,dusk' | split: ',' %}{% include slideshow.html %}"

const countedInclude =
  '{% for n in (1..number_of_images) %}<a href="{{ BASE_PATH }}/images/{{ image_folder }}/{{ image_folder }}-{{ n }}.jpg"><img src="/images/{{ image_folder }}/{{ image_folder }}-thumb-{{ n }}.png"></a>{% endfor %}'
const listedInclude =
  '{% for name in gallery_images %}<img src="{{ site.baseurl }}/images/web/{{ name }}">{% endfor %}'

function siteWith(include?: string): GallerySite {
  return { include: () => include, baseurl: '/blog', url: 'https://quay.example' }
}

/** The post that begins with `source`, its cursor at `|`. */
function plan(teacher: string, source: string, include?: string): { after: string; plan: GalleryPlan } {
  const house = learnPictureHouse(
    [{ path: '_posts/2026-01-01-old.md', source: `${teacher}\n\n![x](/images/web/x.png)\n` }],
    { folders: [], baseurl: '', url: '' },
  )
  const at = source.indexOf('¦')
  const text = source.replace('¦', '')
  const planned = planGallery({
    source: text,
    selection: { from: at, to: at },
    path: '_posts/2026-11-23-quay-talk.md',
    names: ['quay.jpg', 'dawn.jpg'],
    house,
    site: siteWith(include),
  })!
  return { after: applyEdits(text, planned.edits), plan: planned }
}

const paths = ({ plan: { files } }: { plan: GalleryPlan }): string[] =>
  files.map(({ path, picture, isThumbnail }) => `${picture} ${path}${isThumbnail ? ' small' : ''}`)

describe('A new gallery is written as the author’s are', () => {
  test('one that counts its pictures, in a folder named after the post', () => {
    const planned = plan(counted, 'Look:\n\n¦\n', countedInclude)
    expect(planned.after).toBe(
      "Look:\n\n{% assign image_folder = 'quay-talk' %}\n{% assign number_of_images = 2 %}\n{% include talks/gallery %}\n",
    )
    expect(paths(planned)).toEqual([
      '0 images/quay-talk/quay-talk-1.jpg',
      '0 images/quay-talk/quay-talk-thumb-1.png small',
      '1 images/quay-talk/quay-talk-2.jpg',
      '1 images/quay-talk/quay-talk-thumb-2.png small',
    ])
  })

  test('one that lists them, where its include looks for them', () => {
    const planned = plan(listed, '¦', listedInclude)
    expect(planned.after).toBe(
      '{% assign gallery_images = "quay.jpg|dawn.jpg" | split: "|" %}\n{% include talks/gallery %}',
    )
    expect(paths(planned)).toEqual(['0 images/web/quay.jpg', '1 images/web/dawn.jpg'])
  })

  test('one that is told them, with a place for its caption', () => {
    const planned = plan(told, 'Before¦ after')
    expect(planned.after).toBe(
      'Before\n\n{% include gallery.html images="/images/web/quay.jpg, /images/web/dawn.jpg" caption="" %}\n\n after',
    )
    expect(planned.after.slice(planned.plan.stops[0]!.from)).toBe('" %}\n\n after')
    expect(paths(planned)).toEqual(['0 images/web/quay.jpg', '1 images/web/dawn.jpg'])
  })

  test('names without endings stay so', () => {
    expect(plan(stems, '¦').after).toBe(
      "{% assign photos = 'quay,dawn' | split: ',' %}{% include slideshow.html %}",
    )
  })

  test('without the include of the site the files lie below the author’s pictures', () => {
    expect(paths(plan(counted, '¦'))).toEqual([
      '0 images/quay-talk/quay-talk-1.jpg',
      '1 images/quay-talk/quay-talk-2.jpg',
    ])
  })
})

describe('Pictures put where a gallery stands are added to it', () => {
  test.each([
    ['a count', counted, counted.replace('= 2', '= 4')],
    ['a list', listed, listed.replace('b.jpg', 'b.jpg|quay.jpg|dawn.jpg')],
    ['a parameter', told, told.replace('b.jpg', 'b.jpg, /images/web/quay.jpg, /images/web/dawn.jpg')],
    ['names without endings', stems, stems.replace('dusk', 'dusk,quay,dawn')],
  ])('%s', (_name, gallery, expected) => {
    const source = `Before\n\n${gallery}¦\n\nAfter\n`
    expect(isInGallery(source.replace('¦', ''), source.indexOf('¦'))).toBe(true)
    const planned = plan(gallery, source)
    expect(planned.after).toBe(`Before\n\n${expected}\n\nAfter\n`)
    expect(planned.after.slice(planned.plan.end)).toBe('\n\nAfter\n')
    expect(planned.plan.isAddition).toBe(true)
  })

  test('their files come after those that are there', () => {
    expect(paths(plan(counted, `${counted}¦`, countedInclude))).toEqual([
      '0 images/tape/tape-3.jpg',
      '0 images/tape/tape-thumb-3.png small',
      '1 images/tape/tape-4.jpg',
      '1 images/tape/tape-thumb-4.png small',
    ])
  })
})

test.each([
  ['a single picture', '{% include image.html src="/images/a.jpg" caption="One, two" %}'],
  ['an include of words', '{% assign intro = "Hello, all" %}\n{% include intro.html %}'],
  ['an embed', '{% include youtube.html id="dQw4w9WgXcQ" %}'],
  ['a list of something else', "{% assign names = 'ann,bo' | split: ',' %}{% include people.html %}"],
])('%s is no gallery', (_name, source) => {
  expect(isInGallery(source, source.length)).toBe(false)
})

test('addresses of other sites, and includes that never end, ask for no file', () => {
  expect(galleryAddresses(listed, siteWith('<img src="https://cdn.example/a.jpg">'))).toEqual([])
  const endless = '{% for a in (1..9999) %}{% for b in (1..9999) %}{{ a }}{% endfor %}{% endfor %}'
  expect(galleryAddresses(listed, siteWith(endless))).toEqual([])
  expect(galleryAddresses(listed, siteWith('<img src="https://quay.example/blog/a%20b.jpg">'))).toEqual([
    'a b.jpg',
  ])
})
