import { describe, expect, test } from 'vitest'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { findEmbeds, learnIncludes } from '../../../../../core/post/embeds/index.ts'

const video = 'lEcTeRn-_01'
const frame = `<iframe src="https://www.youtube.com/embed/${video}"></iframe>`

/** Line, provider and id of what is found. */
function found(source: string, includes?: ReturnType<typeof learnIncludes>) {
  return findEmbeds(source, includes && { includes }).map(({ line, embed }) => [
    line,
    embed.provider,
    embed.id,
  ])
}

describe('where embeds are', () => {
  test('every form counts, with its line', () => {
    const source = [
      '---',
      'title: A talk',
      'speakerdeck_id: fedcba9876543210fedcba9876543210',
      'video_url: "https://vimeo.com/918273645"',
      '---',
      'Words.',
      '',
      '<div class="wrapper">',
      `  ${frame}`,
      '</div>',
      '',
      `{% include youtube.html id="abcdefghijk" %}`,
      '',
      `[![Talk](https://img.youtube.com/vi/${video}/0.jpg)](https://youtu.be/${video})`,
      '',
      '<p class="embed-pending"><a href="https://speakerdeck.com/someone/a-talk">Slides</a></p>',
    ].join('\n')
    expect(found(source)).toEqual([
      [3, 'speakerdeck', 'fedcba9876543210fedcba9876543210'],
      [4, 'vimeo', '918273645'],
      [9, 'youtube', video],
      [12, 'youtube', 'abcdefghijk'],
      [14, 'youtube', video],
      [16, 'speakerdeck', null],
    ])
  })

  test.each([
    ['fenced code', `\`\`\`html\n${frame}\n\`\`\`\n`],
    ['tilde fences that hold backticks', `~~~~\n\`\`\`\n${frame}\n~~~~\n`],
    ['indented code', `Words.\n\n    ${frame}\n`],
    ['a code span', `Write \`${frame}\` there.\n`],
    ['pre', `<pre>\n${frame}\n</pre>\n`],
    ['an HTML comment', `<!--\n${frame}\n-->\n`],
    ['a Liquid comment', `{% comment %}\n${frame}\n{% endcomment %}\n`],
    ['a highlight block', `{% highlight html %}\n${frame}\n{% endhighlight %}\n`],
    ['raw Liquid', `{% raw %}{% include youtube.html id="${video}" %}{% endraw %}\n`],
    ['a plain link', `[the talk](https://youtu.be/${video}) and <https://youtu.be/${video}>\n`],
    [
      'a Markdown link called like a shortcode',
      `[gist](https://gist.github.com/1234567) more\n\n[youtube]: x\n`,
    ],
    [
      'scripts of the page',
      `<script src="/assets/d3.js"></script>\n<script>let a = "<iframe src='https://youtu.be/${video}'></iframe>"</script>\n`,
    ],
    ['other includes', `{% include image.html src="/a.png" %}{% include toc.md %}\n`],
    [
      'an include that only leads there',
      `{% include youtube-button.html id="${video}" %}{% include profile.html src="/a.mp4" %}{% include pdf-link.html file="/a.pdf" %}\n`,
    ],
    [
      'front matter that announces',
      '---\ntwitter: 1234567890\nimage: /a.png\nredirect: https://youtu.be/x\n---\n',
    ],
    ['indented code after a list and a fence', `- item\n\n~~~\nx\n~~~\n\n    ${frame}\n`],
    ['an empty frame', '<iframe>Title</iframe>\n'],
  ])('%s is no embed', (_, source) => {
    expect(found(source)).toEqual([])
  })

  test.each([
    ['deep inside an HTML block', `<div>\n\n        ${frame}\n\n</div>\n`, 3],
    ['indented below a list item', `- item\n\n    ${frame}\n`, 3],
    ['after a fence that closed', `\`\`\`\ncode\n\`\`\`\n\n${frame}\n`, 5],
    ['in raw Liquid, as HTML', `{% raw %}${frame}{% endraw %}\n`, 1],
    ['after a lone backtick', `It\`s odd.\n\n${frame}\n`, 3],
    ['with Windows line ends', `a\r\n\r\n${frame}\r\n`, 3],
    ['after a BOM', `\uFEFF---\nx: 1\n---\n${frame}\n`, 4],
  ])('an embed %s is found', (_, source, line) => {
    expect(found(source)).toEqual([[line, 'youtube', video]])
  })

  test('an include that takes its id from the front matter is one embed, not two', () => {
    const source = `---\nyoutubeId: ${video}\n---\n{% include youtubePlayer.html id=page.youtubeId %}\n`
    const embeds = findEmbeds(source)
    expect(embeds.map(entry => [entry.line, entry.embed.id])).toEqual([[4, video]])
    expect(source.slice(embeds[0]!.place!.from, embeds[0]!.place!.to)).toBe(video)
  })

  test('an include may take its id from a map of the front matter or from an assigned text, which is then its place', () => {
    const source = [
      '---',
      'video:',
      '  id: abcdefghijk',
      '---',
      '{% include youtube.html id=page.video.id %}',
      `{% assign clip = "${video}" %}{% include youtube.html id=clip %}`,
      '{% assign twice = "abcdefghijk" %}{% assign twice = "zyxwvutsrqp" %}{% include youtube.html id=twice %}',
    ].join('\n')
    const embeds = findEmbeds(source)
    expect(embeds.map(entry => [entry.line, entry.embed.provider, entry.embed.id])).toEqual([
      [5, 'youtube', 'abcdefghijk'],
      [6, 'youtube', video],
      [7, 'youtube', null],
    ])
    const place = embeds[1]!.place!
    expect(source.slice(place.from - 1, place.to + 1)).toBe(`"${video}"`)
  })

  test('front matter is read at any depth: maps, lists and values in one line', () => {
    const source = [
      '---',
      'videos:',
      '  - https://youtu.be/abcdefghijk',
      'slides:',
      '  url: "https://speakerdeck.com/someone/a-talk"',
      '  embed: <script class="speakerdeck-embed" data-id="fedcba9876543210fedcba9876543210" src="//speakerdeck.com/assets/embed.js"></script>',
      `youtube: {id: ${video}, title: x}`,
      'talk:',
      '  link: https://youtu.be/abcdefghijk',
      'youtube_link: https://www.youtube.com/embed/abcdefghijk?start=5',
      '---',
      '',
    ].join('\n')
    expect(found(source)).toEqual([
      [3, 'youtube', 'abcdefghijk'],
      [5, 'speakerdeck', null],
      [6, 'speakerdeck', 'fedcba9876543210fedcba9876543210'],
      [7, 'youtube', video],
      [10, 'youtube', 'abcdefghijk'],
    ])
  })

  test('a site’s own include is read to learn what it shows and by which parameter', () => {
    const includes = learnIncludes([
      [
        'talk.html',
        '{% assign key = include.ref %}<iframe src="https://www.youtube.com/embed/{{ key }}?rel=0"></iframe>',
      ],
      [
        'deck.html',
        '<script class="speakerdeck-embed" data-id="{{ include.deck | strip }}" src="//speakerdeck.com/assets/embed.js"></script>',
      ],
      ['note.html', '<p>{{ include.text }}</p>'],
    ])
    expect(includes).toEqual({
      'talk.html': [{ provider: 'youtube', parameter: 'ref' }],
      'deck.html': [{ provider: 'speakerdeck', parameter: 'deck' }],
    })
    expect(
      found(`{% include talk.html ref="${video}" %}{% include note.html text="${video}" %}`, includes),
    ).toEqual([[1, 'youtube', video]])
  })

  test('the wrapper that holds nothing else belongs to the embed', () => {
    const wrapped = `<div class="a"><p>\n${frame}\n</p></div>`
    const [entry] = findEmbeds(`x\n\n${wrapped}\n`)
    expect(entry && `x\n\n${wrapped}\n`.slice(entry.outer.from, entry.outer.to)).toBe(wrapped)
  })
})

test('any text is searched to the end, and spans lie in order within it', () => {
  const piece = constantFrom(
    frame,
    '{% include ',
    'youtube.html id="',
    '" %}',
    '<iframe src="',
    '<!--',
    '```\n',
    '`',
    '\n',
    '---\n',
    '    ',
    '[![a](',
    '](',
    '{{',
    '<div>',
    '</div>',
    '\r\n',
    video,
  )
  assert(
    property(array(oneof(piece, string()), { maxLength: 30 }), pieces => {
      const source = pieces.join('')
      let end = 0
      for (const { span, outer } of findEmbeds(source)) {
        expect(span.from).toBeGreaterThanOrEqual(end)
        expect(span.to).toBeLessThanOrEqual(source.length)
        expect(outer.from).toBeLessThanOrEqual(span.from)
        end = span.to
      }
    }),
    { numRuns: 300 },
  )
})

test('hostile texts are searched in time proportional to their length', () => {
  const texts = [
    '<iframe '.repeat(20_000),
    '{% include '.repeat(20_000),
    '{{< x '.repeat(20_000),
    '{% youtube "'.repeat(20_000),
    '<div>'.repeat(20_000),
    `${'<div>\n'.repeat(5_000)}${'</div>\n'.repeat(5_000)}`,
    `${'<object>'.repeat(5_000)}${'</object>'.repeat(5_000)}`,
    '<script>'.repeat(20_000),
    '<p data-notist="'.repeat(10_000),
    '`'.repeat(100_000),
    'a``b```c'.repeat(10_000),
    '[![a]('.repeat(20_000),
    '[![a](b)](https://youtu.be/lEcTeRn-_01) '.repeat(10_000),
    '[![a][b]][c] '.repeat(10_000),
    `${'<a href="https://youtu.be/lEcTeRn-_01"><img>'.repeat(4_000)}${'</a>'.repeat(4_000)}`,
    '[youtube]x[/youtube'.repeat(10_000),
    '<!--'.repeat(40_000),
    '[youtube '.repeat(20_000),
    `---\n${'a: b\n'.repeat(20_000)}---\n`,
    `${frame}\n\n`.repeat(2_000),
  ]
  // The processor's time, as the machine may be busy with other tests.
  const started = process.cpuUsage().user
  for (const text of texts) findEmbeds(text)
  expect((process.cpuUsage().user - started) / 1000).toBeLessThan(5_000)
})
