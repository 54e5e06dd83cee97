import { describe, expect, test } from 'vitest'
import {
  type PictureForm,
  type PictureHouse,
  type PictureSite,
  activeSvg,
  insertPictures,
  isAnimated,
  learnPictureHouse,
  nameOfForm,
  numberedName,
  pictureFileName,
  pictureFolder,
  pictureType,
  tellsPlace,
} from '../../../../../core/post/pictures/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const markdown = ['![', { slot: 'alt' }, '](', { slot: 'address' }, ')'] as const
const noSite: PictureSite = { folders: [], baseurl: '', url: '' }

function learn(posts: Readonly<Record<string, string>>, site = noSite): PictureHouse {
  return learnPictureHouse(
    Object.entries(posts).map(([path, source]) => ({ path, source })),
    site,
  )
}

describe('What the posts teach', () => {
  test('one folder for all, with the Liquid that stands before it', () => {
    const house = learn({
      '_posts/2026-02-01-b.md': '![A ladder]({{BASE_PATH}}/images/web/ladder.png)',
      '_posts/2026-01-01-a.md': '![A door]({{BASE_PATH}}/images/web/door.jpg "Open")',
    })
    expect(house).toEqual({
      folder: 'images/web',
      forms: [{ parts: markdown, before: '{{BASE_PATH}}/', after: '' }],
      gallery: undefined,
    })
  })

  test('a folder a post, named after the post or not', () => {
    const named = learn({ '_posts/2026-02-01-quay-talk.md': '![x](/assets/quay-talk/x.png)' })
    expect(pictureFolder(named, '_posts/2026-11-23-tapes.md')).toBe('assets/tapes')
    const other = learn({
      '_posts/2026-02-01-b.md': '![x](/images/conf2026/x.png) ![y](/images/conf2026/y.png)',
      '_posts/2026-01-01-a.md': '![x](/images/meetup/x.png)',
    })
    expect(pictureFolder(other, '_drafts/tapes.md')).toBe('images/tapes')
  })

  test('a folder a year and month', () => {
    const house = learn({ '_posts/2024-05-07-x.md': '![x](/img/2024/05/x.png)' })
    expect(house.folder).toBe('img/{year}/{month}')
    expect(pictureFolder(house, '_posts/2026-11-23-tapes.md')).toBe('img/2026/11')
    expect(pictureFolder(house, '_drafts/tapes.md')).toBe('img')
  })

  test('an element with the attributes that do not belong to one picture', () => {
    const post = `<img class="wide" width="540" src="{{ '/files/a.png' | relative_url }}" alt="A">`
    expect(learn({ '_posts/2026-01-01-a.md': post })).toEqual({
      folder: 'files',
      forms: [
        {
          parts: ['<img class="wide" src=', { slot: 'quoted-address' }, ' alt="', { slot: 'alt' }, '">'],
          before: "{{ '/",
          after: "' | relative_url }}",
        },
      ],
      gallery: undefined,
    })
  })

  test('pictures of other sites teach nothing, those under the site’s own address do', () => {
    const posts = {
      '_posts/2026-01-02-b.md': '![x](https://elsewhere.example/pics/x.png)',
      '_posts/2026-01-01-a.md': '![x](https://quay.example/shots/x.png)',
    }
    expect(learn(posts, { ...noSite, url: 'https://quay.example' }).folder).toBe('shots')
  })

  test('without examples the site’s folders and base address decide', () => {
    expect(learn({}, { folders: ['img'], baseurl: '/blog', url: '' })).toMatchObject({
      folder: 'img',
      forms: [{ before: '{{ site.baseurl }}/' }],
    })
  })
})

describe('Names', () => {
  test.each([
    ['Ladder of Numbers.PNG', 'ladder-of-numbers.png'],
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\me\\Türme.png', 'turme.png'],
    ['🎉🎉.png', 'quay-talk.png'],
    ['image.png', 'quay-talk.png'],
    ['IMG_2041.jpeg', 'quay-talk.png'],
    ['', 'quay-talk.png'],
  ])('%s', (given, wanted) => {
    expect(pictureFileName(given, 'png', 'quay-talk')).toBe(wanted)
  })

  test('300 characters are cut between words', () => {
    const name = pictureFileName(`${'a-long-name-'.repeat(25)}.png`, 'png', 'x')
    expect(name.length).toBeLessThanOrEqual(64)
    expect(name).toMatch(/^(?:a-long-name-)+(?:a|a-long|a-long-name)\.png$/)
  })

  test('one word of 300 letters is cut anywhere', () => {
    expect(pictureFileName(`${'a'.repeat(300)}.png`, 'png', 'x')).toBe(`${'a'.repeat(60)}.png`)
  })

  test('a name that is taken gets a number', () => {
    expect(numberedName('ladder.png', 1)).toBe('ladder.png')
    expect(numberedName('ladder.png', 3)).toBe('ladder-3.png')
  })
})

describe('Bytes', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0))

  test('tell what a picture is, whatever its name', () => {
    expect(pictureType(bytes('\x89PNG\r\n\x1a\n…'))).toBe('png')
    expect(pictureType(bytes('\xff\xd8\xff\xe0'))).toBe('jpg')
    expect(pictureType(bytes('<?xml version="1.0"?>\n<svg xmlns="x"></svg>'))).toBe('svg')
    expect(pictureType(bytes('<html><svg></svg></html>'))).toBeUndefined()
    expect(pictureType(bytes('MZ\x90'))).toBeUndefined()
  })

  test.each([
    ['<svg><script>x()</script></svg>', 'a script'],
    ['<svg:svg><svg:script/></svg:svg>', 'a script'],
    ['<svg onload="x()"></svg>', 'a script that starts by an event'],
    ['<svg/onload=x()>', 'a script that starts by an event'],
    ['<svg><a href="&#106;ava\nscript:x()"/></svg>', 'a script in a link'],
    ['<svg><foreignObject/></svg>', 'a page inside of it'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'entities that may hide anything'],
    ['<svg><path d="M0 0h1"/></svg>', undefined],
  ])('of %s', (svg, reason) => {
    expect(activeSvg(svg)).toBe(reason)
  })

  test('of a picture that moves say so', () => {
    expect(isAnimated(bytes('GIF89a'))).toBe(true)
    expect(isAnimated(bytes('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR…acTL'))).toBe(true)
    expect(isAnimated(bytes('RIFF\0\0\0\0WEBPVP8X…ANIM'))).toBe(true)
    expect(isAnimated(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe(false)
    expect(isAnimated(bytes('\xff\xd8\xff\xe0'))).toBe(false)
  })

  test('of a camera tell the place, those without do not', () => {
    const tiff = (tag: string) => `II*\0\x08\0\0\0\x01\0${tag}\x04\0\x01\0\0\0\x1a\0\0\0`
    const jpeg = (tag: string) => bytes(`\xff\xd8\xff\xe1\0\x30Exif\0\0${tiff(tag)}`)
    expect(tellsPlace(jpeg('\x25\x88'))).toBe(true)
    expect(tellsPlace(bytes(`\x89PNG\r\n\x1a\n…\0\0\0\x20eXIf${tiff('\x25\x88')}`))).toBe(true)
    expect(tellsPlace(bytes(`RIFF\0\0\0\0WEBPVP8 …EXIF\x20\0\0\0${tiff('\x25\x88')}`))).toBe(true)
    expect(tellsPlace(bytes(`RIFF\0\0\0\0WEBPVP8 …EXIF\x20\0\0\0${tiff('\x0f\x01')}`))).toBe(false)
    expect(tellsPlace(jpeg('\x0f\x01'))).toBe(false)
    expect(tellsPlace(bytes('\xff\xd8\xff\xe1\0\x30Exif\0\0II*\0\xff\xff\xff\xff'))).toBe(false)
  })
})

describe('Markup', () => {
  const house: PictureForm = { parts: markdown, before: '/', after: '' }
  const marked = (source: string, paths: readonly string[], of = house): string => {
    const from = source.indexOf('[') < 0 ? source.indexOf('|') : source.indexOf('[')
    const to = source.indexOf(']') < 0 ? from : source.indexOf(']') - 1
    const { edits, selection } = insertPictures(source.replaceAll(/[|[\]]/g, ''), { from, to }, paths, of)
    const after = applyEdits(source.replaceAll(/[|[\]]/g, ''), edits)
    return `${after.slice(0, selection!.to)}|${after.slice(selection!.to)}`
  }

  test('the cursor waits where the description belongs', () => {
    expect(marked('Look:\n\n|\n', ['images/a b.png'])).toBe('Look:\n\n![|](/images/a%20b.png)\n')
  })

  test('selected words become the description', () => {
    expect(marked('See [the ladder].', ['images/a.png'])).toBe('See ![the ladder|](/images/a.png).')
  })

  test('several pictures are paragraphs of their own', () => {
    expect(marked('Before| after', ['a.png', 'b.png'])).toBe(
      'Before\n\n![|](/a.png)\n\n![](/b.png)\n\n after',
    )
  })

  test('on a line of its own it is no part of the paragraph above or below', () => {
    expect(marked('Above\n|\nBelow\n', ['a.png'])).toBe('Above\n\n![|](/a.png)\n\nBelow\n')
    expect(marked('Above\n\n|\n\nBelow\n', ['a.png'])).toBe('Above\n\n![|](/a.png)\n\nBelow\n')
  })

  const learned = (source: string): string[] =>
    learn({ '_posts/2026-01-02-b.md': source, '_posts/2026-01-01-a.md': source }).forms.map(form =>
      marked('|', ['new.png'], form),
    )

  test.each([
    ['an element', '<img class="wide" src="/a.png" alt="A">', '<img class="wide" src="/new.png" alt="|">'],
    [
      'one that floats, ended as the author ends it',
      '<img style="float: right" src="/a.png"></img>',
      '<img style="float: right" src="/new.png" alt="|"></img>',
    ],
    ['one with an attribute list', '![A](/a.png){: .right }', '![|](/new.png){: .right }'],
    ['one that leads to itself', '[![A](/a.png)](/a.png)', '[![|](/new.png)](/new.png)'],
    ['one that leads elsewhere is only shown', '[![A](/a.png)](https://x.example)', '![|](/new.png)'],
    [
      'a figure with its caption',
      '<figure>\n  <img src="/a.png" alt="A">\n  <figcaption>Words</figcaption>\n</figure>',
      '<figure>\n  <img src="/new.png" alt="|">\n  <figcaption></figcaption>\n</figure>',
    ],
    [
      'a paragraph that centres it',
      '<p align="center"> <img src="/a.png"/> </p>',
      '<p align="center"> <img src="/new.png" alt="|"/> </p>',
    ],
    [
      'an include',
      '{% include image.html img="/a.png" title="A" url="https://x.example" width="50%" %}',
      '{% include image.html img="/new.png" title="|" width="50%" %}',
    ],
    [
      'an include with a description and a caption',
      '{% include fig.html src="/a.png" caption="Words" alt="A" %}',
      '{% include fig.html src="/new.png" caption="" alt="|" %}',
    ],
  ])('as the author writes: %s', (_name, source, expected) => {
    expect(learned(source).map(each => each.replaceAll(/\|(?=.*\|)/gs, ''))).toEqual([expected])
  })

  test('every way that was taken twice is offered by its name, the usual one first', () => {
    const { forms } = learn({
      '_posts/2026-01-03-c.md': '![A](/a.png) ![B](/b.png) ![C](/c.png)',
      '_posts/2026-01-02-b.md': '<img style="float:left" src="/a.png"> <img style="float:left" src="/b.png">',
      '_posts/2026-01-01-a.md': '<img class="once" src="/a.png">',
    })
    expect(forms.map(nameOfForm)).toEqual(['Picture', 'Float left'])
  })

  test('each picture and each caption is a stop, and the last one is behind them', () => {
    const inserted = insertPictures('', { from: 0, to: 0 }, ['a.png', 'b.png'], house)
    expect(applyEdits('', inserted.edits)).toBe('![](/a.png)\n\n![](/b.png)')
    expect(inserted.stops.map(({ from }) => from)).toEqual([2, 15])
    expect(inserted.end).toBe(24)
  })
})
