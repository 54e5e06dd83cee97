import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { available } from '../../../../support/needs.ts'
import { newTalkPost } from '../../../../../core/post/new-post.ts'
import { newPostDate } from '../../../../../core/post/new-post-date.ts'
import { parseFileName, slugFromTitle } from '../../../../../core/post/file-name.ts'
import { readFrontMatter } from '../../../../../core/post/front-matter/read-front-matter.ts'

const now = '2026-11-23T10:20:30+01:00'

describe('a new talk post', () => {
  test('has a file name, front matter, slides, thanks, links and their definitions', () => {
    const post = newTalkPost({
      title: 'Unikernels: an “introduction”',
      now,
      event: 'PolyConf',
      slides: 'https://speakerdeck.com/player/1076a457408d42d7bb9da27dd88b68c8',
    })
    expect(post.fileName).toBe('2026-11-23-unikernels-an-introduction.md')
    expect(readFrontMatter(post.source).data).toMatchObject({
      layout: 'post',
      title: 'Unikernels: an “introduction”',
      event: 'PolyConf',
    })
    expect(post.source).toContain('date: 2026-11-23 10:20:30 +0100\n')
    expect(post.source).toContain('data-id="1076a457408d42d7bb9da27dd88b68c8"')
    expect(post.source).toContain('talk at PolyConf!')
    expect(post.source).toMatch(/\n- \[[^\]]+\]\[first\]\n[\s\S]*\n\[first\]: https:\/\/\n/)
    expect(post.source).not.toContain('${')
  })

  test('selects its first tab stop and lists them in the order of the writer', () => {
    const { source, selection, stops } = newTalkPost({ title: 'A', now })
    expect(selection).toEqual({ from: stops[0]!.from, to: stops[0]!.to })
    expect(stops.map(({ name }) => name)).toEqual(['slides', 'event', '1', '2', '3', '4', '5', '6', '7', '8'])
    expect(source.slice(selection.from, selection.to)).toBe('Paste the address of your slides here.')
    expect(source).not.toContain('event:')
  })

  test('quotes a title as YAML needs it', () => {
    for (const title of ['Yes: really', '"Quoted" # title', "It's 2015", 'no', '- dash', '{{ page.title }}'])
      expect(readFrontMatter(newTalkPost({ title, now }).source).data['title']).toBe(title)
  })

  test('fills a template of the author’s own', () => {
    const template =
      '---\ntitle: "${title}"\ndate: ${date}\nslug: ${slug}\n---\n{% include x.html %}\n${1:Words} \\${kept}\n'
    expect(newTalkPost({ title: 'A "b"', now, date: '2026-01-02', template }).source).toBe(
      '---\ntitle: "A \\"b\\""\ndate: 2026-01-02 12:00:00 +0100\nslug: a-b\n---\n{% include x.html %}\nWords ${kept}\n',
    )
  })
})

test('what is given has its place even where the template has none for it', () => {
  const template = '---\ntitle: ${title}\n---\n{% include setup %}\nWords.\n'
  const slides = 'https://speakerdeck.com/player/1076a457408d42d7bb9da27dd88b68c8'
  const { source } = newTalkPost({ title: 'A', now, template, event: 'Conf: one', slides })
  expect(source).toMatch(
    /^---\ntitle: A\nevent: "Conf: one"\n---\n\{% include setup %\}\n<script [^\n]*\n\nWords\.\n$/,
  )
})

describe('like another post', () => {
  const like = `---
layout: post
title: "Old talk"
date: 2025-03-04 10:00:00
tags: [ocaml, talks]
description: Old words
shorturl: http://sho.rt/1
last_modified_at: 2025-03-09
---
{% include setup %}
***Updated: 9 March (see below)***

<iframe src="https://speakerdeck.com/player/1076a457408d42d7bb9da27dd88b68c8"></iframe>

Above are my slides. Please join the [list][] as always.

I spoke about old things with [Jane][].

### Update — 9 March

The [video][].

[list]: http://list.example/
[jane]: http://jane.example/
[video]: http://video.example/
`
  test('keeps structure and drops what belonged to that talk', () => {
    const { source, stops } = newTalkPost({ title: 'New talk', now, like })
    expect(source).toBe(`---
layout: post
title: "New talk"
date: 2026-11-23 10:20:30 +0100
tags: [ocaml, talks]
description: 
shorturl: 
---
{% include setup %}
Paste the address of your slides here.

Above are my slides. Please join the [list][] as always.

I spoke about old things with [Jane][].

[list]: http://list.example/
[jane]: http://jane.example/
`)
    expect(stops.map(({ name }) => name)).toEqual(['slides', '1', '2'])
  })

  test('turns into tab stops what the author’s other posts do not have', () => {
    const other =
      '---\nlayout: post\n---\nAbove are my slides. Please join the [list][] as always.\n\n[list]: http://list.example/\n'
    const { source } = newTalkPost({ title: 'New talk', now, like, posts: [other, `${other}Else.\n`] })
    expect(source).toContain(
      'Above are my slides. Please join the [list][] as always.\n\nI spoke about old things with Jane.\n\n',
    )
    expect(source).toContain('[list]: http://list.example/\n')
    expect(source).not.toContain('jane.example')
  })
})

describe('dates', () => {
  test.each([
    ['now', undefined, undefined, '2026-11-23', '2026-11-23 10:20:30 +0100'],
    ['today is now, never later', '2026-11-23', undefined, '2026-11-23', '2026-11-23 10:20:30 +0100'],
    ['another day at noon', '2026-11-20', undefined, '2026-11-20', '2026-11-20 12:00:00 +0100'],
    ['a day and a time', '2026-11-20 09:15', undefined, '2026-11-20', '2026-11-20 09:15:00 +0100'],
    [
      'an offset of its own',
      '2026-11-20T09:15:00-05:00',
      undefined,
      '2026-11-20',
      '2026-11-20 09:15:00 -0500',
    ],
    ['the site’s zone', undefined, 'Asia/Tokyo', '2026-11-23', '2026-11-23 18:20:30 +0900'],
    [
      'summer time in the site’s zone',
      '2026-07-04',
      'Europe/London',
      '2026-07-04',
      '2026-07-04 12:00:00 +0100',
    ],
  ])('%s', (_name, wanted, timezone, day, text) => {
    expect(newPostDate(now, wanted, timezone)).toEqual({ day, text })
  })

  test.each(['tomorrow', '2026-02-30', '23.11.2026'])('%s is refused', wanted => {
    expect(() => newPostDate(now, wanted)).toThrowError(expect.objectContaining({ code: 'post.bad-date' }))
  })
})

// Asks the real Jekyll, which not every machine has; CI requires it.
test.skipIf(!available('jekyll'))('Jekyll reads a date with its offset as that moment', () => {
  const { text } = newPostDate(now)
  const script =
    "require 'yaml'; require 'date'; print YAML.safe_load('date: ' + ARGV[0], permitted_classes: [Date, Time])['date'].utc.strftime('%FT%TZ')"
  expect(execFileSync('ruby', ['-e', script, text], { encoding: 'utf8' })).toBe('2026-11-23T09:20:30Z')
})

describe('file names', () => {
  test.each([
    ['Unikernels at PolyConf!', 'unikernels-at-polyconf'],
    ['Crème brûlée & Straße', 'creme-brulee-strasse'],
    ['Don’t panic', 'dont-panic'],
    ['Модульность', 'модульность'],
    ['🎤', 'talk'],
    ['a/b\\c..d', 'a-b-c-d'],
  ])('%s', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug)
  })

  test('a long title is cut between words', () => {
    const slug = slugFromTitle('word '.repeat(60))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/^word(-word)*$/)
  })

  test.each([
    ['2015-07-04-a-b.md', { date: '2015-07-04', slug: 'a-b', extension: '.md' }],
    ['14-3-8-old.markdown', { date: '2014-03-08', slug: 'old', extension: '.markdown' }],
    ['idea.md', { date: undefined, slug: 'idea', extension: '.md' }],
  ])('%s is read', (name, parts) => {
    expect(parseFileName(name)).toEqual(parts)
  })
})
