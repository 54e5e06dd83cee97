import { describe, expect, test } from 'vitest'
import {
  type Embed,
  type EmbedStyle,
  embedProblems,
  embedStyles,
  findEmbeds,
  insertEmbed,
  isRefusal,
  learnHouse,
  learnIncludes,
  recogniseEmbed,
  rewriteEmbed,
  setStart,
  swapEmbed,
  writeEmbed,
} from '../../../../../core/post/embeds/index.ts'
import { type TextEdit, applyEdits, invertEdits } from '../../../../../core/text/index.ts'

const video = 'lEcTeRn-_01'
const deck = 'fedcba9876543210fedcba9876543210'

function embed(input: string): Embed {
  const recognised = recogniseEmbed(input)
  if (isRefusal(recognised)) throw new Error(recognised.message)
  return recognised
}

/** The text after the edits, checked to undo to the same bytes. */
function edited(source: string, edits: readonly TextEdit[] | undefined | { reason: string }): string {
  if (!edits || 'reason' in edits) throw new Error(`refused: ${JSON.stringify(edits)}`)
  const after = applyEdits(source, edits)
  expect(applyEdits(after, invertEdits(source, edits))).toBe(source)
  return after
}

describe('styles', () => {
  test('Lectern’s own house style is Speaker Deck’s tag and a flexible box for YouTube', () => {
    expect(writeEmbed(embed(`https://speakerdeck.com/player/${deck}`), 'house')).toBe(
      `<script async class="speakerdeck-embed" data-id="${deck}" data-ratio="1.77777777777778" src="//speakerdeck.com/assets/embed.js"></script>`,
    )
    expect(writeEmbed(embed(`https://youtu.be/${video}?t=90`), 'house')).toBe(
      `<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/${video}?start=90" frameborder="0" allowfullscreen></iframe>\n</div>`,
    )
  })

  test('a privacy frame has a title, loads late and sends a referrer', () => {
    expect(writeEmbed({ ...embed(`https://youtu.be/${video}`), title: 'A "talk" <b>' }, 'privacy')).toBe(
      `<iframe src="https://www.youtube-nocookie.com/embed/${video}" title="A &quot;talk&quot; &lt;b&gt;" loading="lazy" allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" referrerpolicy="strict-origin-when-cross-origin" style="aspect-ratio:16/9;width:100%;border:0" allowfullscreen></iframe>`,
    )
  })

  test('a poster is a picture that links, a link is Markdown', () => {
    expect(writeEmbed(embed(`https://youtu.be/${video}`), 'poster')).toBe(
      `<a class="embed-poster" href="https://www.youtube.com/watch?v=${video}"><img src="https://i.ytimg.com/vi/${video}/hqdefault.jpg" alt="Video on YouTube" loading="lazy"></a>`,
    )
    expect(writeEmbed({ ...embed(`https://vimeo.com/918273645`), title: 'One [two]' }, 'link')).toBe(
      String.raw`[One \[two\]](https://vimeo.com/918273645)`,
    )
    expect(writeEmbed(embed('https://a.example/x_(y)'), 'house')).toBe('<https://a.example/x_(y)>')
  })

  test('what only the network knows becomes a link that is found again', () => {
    const markup = writeEmbed(embed('https://speakerdeck.com/someone/a-talk'), 'house')
    expect(markup).toBe(
      '<p class="embed-pending"><a href="https://speakerdeck.com/someone/a-talk">Slides on Speaker Deck: https://speakerdeck.com/someone/a-talk</a></p>',
    )
    expect(findEmbeds(markup)[0]?.embed.params).toEqual({ page: 'someone/a-talk' })
  })

  test('a player that insists on the page’s host gets the site’s, and is found again', () => {
    const clip = embed('https://clips.twitch.tv/Some-Clip')
    const markup = writeEmbed(clip, 'privacy')
    expect(markup).toContain("parent={{ site.url | split: '//' | last }}&amp;autoplay=false")
    expect(findEmbeds(markup)[0]?.embed.id).toBe('clip/Some-Clip')
    expect(writeEmbed(clip, 'privacy', { examples: {}, includes: {}, siteHost: 'blog.example' })).toContain(
      'parent=blog.example&amp;',
    )
  })

  test('an editor’s token is not published, a recording of the site’s own is linked', () => {
    expect(writeEmbed(embed('https://www.canva.com/design/DAbcdefghi/SeCrEtToKeN/edit'), 'house')).toBe(
      '[Slides on Canva](https://www.canva.com/design/DAbcdefghi/view)',
    )
    expect(writeEmbed(embed('/demo/intro.cast'), 'house')).toBe('[Terminal recording](/demo/intro.cast)')
  })

  test('Liquid marks and quotes of an address cannot leave their attribute', () => {
    for (const style of embedStyles) {
      const markup = writeEmbed(embed(`https://example.org/a.pdf?x={{site.secret}}{%25"'`), style)
      expect(markup).not.toMatch(/\{[{%]/)
    }
  })

  const inputs = [
    `https://youtu.be/${video}?t=5`,
    'https://vimeo.com/918273645/0a1b2c3d4e',
    `https://speakerdeck.com/player/${deck}?slide=2`,
    'https://www.slideshare.net/slideshow/x/91827364',
    `https://gist.github.com/a/${deck}`,
    'https://x.com/someone/status/918273645918',
    'https://noti.st/someone/aB3dE6',
    'https://asciinema.org/a/918273',
    '/talks/deck.pdf#page=3',
    '/v/talk.mp4',
    'https://codepen.io/someone/pen/aBcDeF',
    'https://archive.org/details/lectern',
    'https://soundcloud.com/someone/a-song',
    'https://media.ccc.de/v/40c3-1-x',
  ]
  test.each(inputs)('%s is recognised again from whatever style wrote it', input => {
    const original = embed(input)
    for (const style of ['house', 'iframe', 'privacy'] as EmbedStyle[]) {
      const again = findEmbeds(`${writeEmbed(original, style)}\n`)
      expect(again.map(entry => [entry.embed.provider, entry.embed.id])).toEqual([
        [original.provider, original.id],
      ])
    }
  })
})

describe('the author’s own style', () => {
  const post = (markup: string) => `---\ntitle: x\n---\nWords.\n\n${markup}\n`

  test('the newest post that shows a provider teaches, wrapper and all', () => {
    const house = learnHouse([
      post('No embed here.'),
      post(
        '<figure class="talk">\n<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0" title="Old"></iframe>\n</figure>',
      ),
      post('{% include youtube.html id="abcdefghijk" %}'),
    ])
    expect(writeEmbed(embed(`https://youtu.be/${video}`), 'house', house)).toBe(
      `<figure class="talk">\n<iframe src="https://www.youtube-nocookie.com/embed/${video}?rel=0" title="Video on YouTube"></iframe>\n</figure>`,
    )
    expect(writeEmbed(embed(`https://youtu.be/${video}?t=90`), 'house', house)).toContain(
      `src="https://www.youtube-nocookie.com/embed/${video}?start=90"`,
    )
  })

  test('an include is written with the parameter its author uses, without the old item’s words', () => {
    const house = learnHouse([post('{% include youtube.html video_id="abcdefghijk" title="Old talk" %}')])
    expect(writeEmbed(embed(`https://youtu.be/${video}`), 'house', house)).toBe(
      `{% include youtube.html video_id="${video}" %}`,
    )
  })

  test('where no post shows one, the site’s include is used with the parameter it really takes', () => {
    const includes = learnIncludes([
      ['talk.html', '<iframe src="https://www.youtube.com/embed/{{ include.ref }}"></iframe>'],
    ])
    expect(writeEmbed(embed(`https://youtu.be/${video}`), 'house', learnHouse([], { includes }))).toBe(
      `{% include talk.html ref="${video}" %}`,
    )
  })

  test('markup with handlers and markup in code teach nothing', () => {
    const frame = '<iframe src="https://www.youtube.com/embed/abcdefghijk" onload="x()"></iframe>'
    const house = learnHouse([post(frame), post(`\`\`\`\n${frame.replace(' onload="x()"', '')}\n\`\`\``)])
    expect(house.examples).toEqual({})
  })

  test('markup with words about its item teaches nothing', () => {
    const notist =
      '<p data-notist="someone/aB3dE6">View <a href="https://noti.st/someone/aB3dE6">My old talk</a> on Notist.</p><script async src="https://on.notist.cloud/embed/002.js"></script>'
    expect(learnHouse([post(notist)]).examples).toEqual({})
    const frame = '<iframe src="https://www.youtube.com/embed/abcdefghijk">No frames here.</iframe>'
    expect(Object.keys(learnHouse([post(frame)]).examples)).toEqual(['youtube'])
  })

  test('a post with Windows line ends teaches as well as any', () => {
    const house = learnHouse([
      post('<div>\n<iframe src="https://vimeo.com/111"></iframe>\n</div>')
        .replaceAll('\n', '\r\n')
        .replace('https://vimeo.com/111', 'https://player.vimeo.com/video/111222'),
    ])
    expect(writeEmbed(embed('https://vimeo.com/918273645'), 'house', house)).toBe(
      '<div>\n<iframe src="https://player.vimeo.com/video/918273645"></iframe>\n</div>',
    )
  })

  test('a deck keeps its slide and its shape', () => {
    const house = learnHouse([
      post(
        '<script async class="speakerdeck-embed" data-id="00000000000000000000000000000000" data-ratio="1.33333333333333" src="//speakerdeck.com/assets/embed.js"></script>',
      ),
    ])
    const code = `<script class="speakerdeck-embed" data-slide="4" data-id="${deck}" data-ratio="1.6" src="//speakerdeck.com/assets/embed.js"></script>`
    expect(writeEmbed(embed(code), 'house', house)).toBe(
      `<script async class="speakerdeck-embed" data-id="${deck}" data-slide="4" data-ratio="1.6" src="//speakerdeck.com/assets/embed.js"></script>`,
    )
  })
})

describe('inserting', () => {
  const link = (text: string) => text.replace('EMBED', '[Video on Vimeo](https://vimeo.com/918273645)')
  test.each([
    ['on an empty line between blank lines', 'a\n\n|\n\nb\n', 'a\n\nEMBED\n\nb\n'],
    ['after the line the cursor is in', 'a|b\n\nc\n', 'ab\n\nEMBED\n\nc\n'],
    ['at the end without a line end', 'ab|', 'ab\n\nEMBED\n'],
    ['into nothing', '|', 'EMBED\n'],
    ['between lines of one paragraph', 'a|\nb\n', 'a\n\nEMBED\n\nb\n'],
    ['with the file’s own line ends', 'a\r\n\r\n|\r\n', 'a\r\n\r\nEMBED\r\n'],
  ])('%s', (_, before, after) => {
    const offset = before.indexOf('|')
    const source = before.replace('|', '')
    const result = insertEmbed(source, offset, 'https://vimeo.com/918273645', { style: 'link' })
    if (isRefusal(result)) throw new Error(result.message)
    expect(edited(source, result.edits)).toBe(link(after))
    expect(link(after).slice(0, result.selection?.to)).toMatch(/918273645\)$/)
  })

  test('in the place of the raw paste, with a word on what is missing', () => {
    const source = 'a\n\nhttps://speakerdeck.com/someone/a-talk\n'
    const result = insertEmbed(source, { from: 3, to: source.length - 1 }, source.slice(3, -1))
    if (isRefusal(result)) throw new Error(result.message)
    expect(edited(source, result.edits)).toMatch(/^a\n\n<p class="embed-pending">.*<\/p>\n$/)
    expect(result.notice).toContain('embed code')
  })
})

describe('changing what stands there', () => {
  const first = (source: string) => findEmbeds(source)[0]!

  test.each([
    [
      'an id inside a frame',
      `<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0&amp;start=3">`,
      `https://youtu.be/${video}`,
      `<iframe src="https://www.youtube.com/embed/${video}?rel=0&amp;start=3">`,
    ],
    [
      'both players of a Flash object',
      `<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk&hl=en"><embed src="http://www.youtube.com/v/abcdefghijk&hl=en"></object>`,
      video,
      `<object><param name="movie" value="http://www.youtube.com/v/${video}&hl=en"><embed src="http://www.youtube.com/v/${video}&hl=en"></object>`,
    ],
    [
      'the picture and the link of a poster',
      `[![x](https://img.youtube.com/vi/abcdefghijk/0.jpg)](https://youtu.be/abcdefghijk)`,
      video,
      `[![x](https://img.youtube.com/vi/${video}/0.jpg)](https://youtu.be/${video})`,
    ],
    [
      'a key by a number in a tag',
      `{% slideshare aB3dE6gH9jK2mN %}`,
      'https://www.slideshare.net/slideshow/embed_code/91827364',
      `{% slideshare 91827364 %}`,
    ],
    [
      'an asciinema script and its element id',
      `<script src="https://asciinema.org/a/abc123.js" id="asciicast-abc123" async></script>`,
      'https://asciinema.org/a/def456',
      `<script src="https://asciinema.org/a/def456.js" id="asciicast-def456" async></script>`,
    ],
    [
      'a file below a Liquid prefix',
      `<video src="{{ site.baseurl }}/v/a.mp4"></video>`,
      '/v/b.mp4',
      `<video src="{{ site.baseurl }}/v/b.mp4"></video>`,
    ],
    [
      'another service in the same frame',
      `<iframe width="4" height="3" src="https://www.youtube.com/embed/abcdefghijk"></iframe>`,
      'https://vimeo.com/918273645',
      `<iframe width="4" height="3" src="https://player.vimeo.com/video/918273645?dnt=1"></iframe>`,
    ],
    [
      'an unlisted video’s hash',
      `<iframe src="https://player.vimeo.com/video/111222333?h=0a1b2c3d4e"></iframe>`,
      'https://vimeo.com/918273645/ffffffffff',
      `<iframe src="https://player.vimeo.com/video/918273645?h=ffffffffff"></iframe>`,
    ],
    [
      'an address whose slashes are entities',
      '<iframe src="https:&#x2F;&#x2F;www.canva.com&#x2F;design&#x2F;DAabcdefghi&#x2F;ToKeN1&#x2F;view?embed"></iframe>',
      'https://www.canva.com/design/DAzyxwvutsr/ToKeN2/view',
      '<iframe src="https:&#x2F;&#x2F;www.canva.com&#x2F;design&#x2F;DAzyxwvutsr&#x2F;ToKeN2&#x2F;view?embed"></iframe>',
    ],
    [
      'the host of a PeerTube video along with its id',
      '<iframe src="https://tube.example/videos/embed/0a1b2c3d-0000-4000-8000-0123456789ab?p2p=0"></iframe>',
      'https://other.example/w/ffffffff-0000-4000-8000-0123456789ab',
      '<iframe src="https://other.example/videos/embed/ffffffff-0000-4000-8000-0123456789ab?p2p=0"></iframe>',
    ],
    [
      'an id that does not fit the old form of address',
      `<iframe src="https://docs.google.com/presentation/embed?id=1nAbCdEfGhIjKlMnOpQrStUv&amp;start=false"></iframe>`,
      'https://docs.google.com/presentation/d/e/2PACX-lecternlecternlectern/pub',
      `<iframe src="https://docs.google.com/presentation/d/e/2PACX-lecternlecternlectern/pubembed?start=false&amp;loop=false&amp;delayms=3000"></iframe>`,
    ],
    [
      'a file of an include written without its first slash',
      '{% include video.html path="assets/v/a.mp4" %}',
      '/assets/v/b.mp4',
      '{% include video.html path="assets/v/b.mp4" %}',
    ],
    [
      'front matter an include refers to',
      `---\nyoutubeId: abcdefghijk\n---\n{% include youtube.html id=page.youtubeId %}`,
      video,
      `---\nyoutubeId: ${video}\n---\n{% include youtube.html id=page.youtubeId %}`,
    ],
  ])('swaps %s', (_, source, next, expected) => {
    expect(edited(source, swapEmbed(source, first(source), next))).toBe(expected)
  })

  test('nothing of a pasted code gets into an attribute but the address it names', () => {
    const source = '<video src=\'/v/a.mp4\'></video><iframe src="https://calendar.example/a"></iframe>'
    const [file, frame] = findEmbeds(source)
    expect(edited(source, swapEmbed(source, file!, '<video src="/v/b.mp4" onplay="x()"></video>'))).toContain(
      "<video src='/v/b.mp4'>",
    )
    expect(edited(source, swapEmbed(source, file!, "/v/it's.mp4"))).toContain("src='/v/it&#39;s.mp4'")
    expect(edited(source, swapEmbed(source, frame!, 'https://calendar.example/b?x="y'))).toContain(
      'src="https://calendar.example/b?x=&quot;y"',
    )
  })

  test('a swap to what is no embed is refused', () => {
    const source = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
    expect(swapEmbed(source, first(source), 'javascript:alert(1)')).toMatchObject({ reason: 'scheme' })
  })

  test.each([
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0&amp;x=1"></iframe>',
      90,
      '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0&amp;x=1&amp;start=90"></iframe>',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk?start=5"></iframe>',
      undefined,
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    ],
    [
      '<iframe src="https://player.vimeo.com/video/918273645#t=5s"></iframe>',
      90,
      '<iframe src="https://player.vimeo.com/video/918273645#t=90s"></iframe>',
    ],
    [
      `<script class="speakerdeck-embed" data-id="${deck}" src="//speakerdeck.com/assets/embed.js"></script>`,
      3,
      `<script class="speakerdeck-embed" data-id="${deck}" data-slide="3" src="//speakerdeck.com/assets/embed.js"></script>`,
    ],
    [
      `<script class="speakerdeck-embed" data-slide="6" data-id="${deck}" src="//speakerdeck.com/assets/embed.js"></script>`,
      undefined,
      `<script class="speakerdeck-embed" data-id="${deck}" src="//speakerdeck.com/assets/embed.js"></script>`,
    ],
    [
      '<object data="/a.pdf" type="application/pdf"></object>',
      4,
      '<object data="/a.pdf#page=4" type="application/pdf"></object>',
    ],
    [
      '{% include youtube.html id="abcdefghijk" start="5" %}',
      90,
      '{% include youtube.html id="abcdefghijk" start="90" %}',
    ],
  ])('sets the start in %s', (source, value, expected) => {
    expect(edited(source, setStart(source, first(source), value))).toBe(expected)
  })

  test('an include without the parameter has no place for a start', () => {
    const source = '{% include youtube.html id="abcdefghijk" %}'
    expect(setStart(source, first(source), 90)).toBeUndefined()
  })

  test('another style replaces the markup with its wrapper', () => {
    const source =
      'a\n\n<div class="v"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>\n\nb\n'
    expect(edited(source, rewriteEmbed(source, first(source), 'link'))).toBe(
      'a\n\n[Video on YouTube](https://www.youtube.com/watch?v=abcdefghijk)\n\nb\n',
    )
  })
})

describe('what is known to be dead', () => {
  const problemsOf = (source: string) => embedProblems(source, findEmbeds(source)[0]!, '2013-05-04')

  test.each([
    [
      '<iframe src="http://www.youtube.com/embed/abcdefghijk"></iframe>',
      'http-player',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
    ],
    ['<iframe src="http://vine.co/v/abc"></iframe>', 'closed-service', '<http://vine.co/v/abc>'],
  ])('%s has a next step', (source, code, fixed) => {
    const [problem] = problemsOf(source)
    expect(problem?.code).toBe(code)
    expect(edited(source, problem?.fix?.edits)).toBe(fixed)
  })

  test('Flash becomes a frame of the same item', () => {
    const source =
      '<object width="4" height="3"><param name="movie" value="https://www.youtube.com/v/abcdefghijk"><embed src="https://www.youtube.com/v/abcdefghijk"></object>'
    const [problem, ...others] = problemsOf(source)
    expect([problem?.code, others]).toEqual(['flash', []])
    const after = edited(source, problem?.fix?.edits)
    expect(after).toContain('<iframe src="https://www.youtube.com/embed/abcdefghijk"')
    expect(findEmbeds(after)[0]?.embed.id).toBe('abcdefghijk')
  })

  test('hosts that were given up are named', () => {
    const source =
      '<iframe src="http://player.soundcloud.com/player.swf?url=http%3A%2F%2Fsoundcloud.com%2Fa%2Fb"></iframe>'
    expect(problemsOf(source).map(problem => problem.code)).toEqual(['moved-host'])
  })

  test('what plays has no problem', () => {
    for (const source of [
      '<iframe src="//www.youtube.com/embed/abcdefghijk"></iframe>',
      '{% youtube abcdefghijk %}',
      '<object data="/a.pdf" type="application/pdf"></object>',
    ])
      expect(problemsOf(source)).toEqual([])
  })
})
