/** A small repository and a post with something in it that would embarrass its author on stage. */
export interface Trap {
  readonly name: string
  /** What the preflight has to find. */
  readonly code: string
  /** Over the ordinary blog of {@link ordinaryBlog}. */
  readonly published?: Readonly<Record<string, string>>
  readonly config?: string
  /** Path of the post; where it was published before when that differs. */
  readonly path?: string
  readonly formerPath?: string
  readonly post: string
  /** When the host builds it. */
  readonly now?: string
  /** TZ of the machine that builds it. */
  readonly timezone?: string
  /** Fixes that must be among those offered. */
  readonly fixes: readonly string[]
  /** What the page must hold, or not hold, after every fix. */
  readonly page?: { readonly has?: string; readonly lacks?: string }
}

export const ordinaryConfig = 'title: A blog of talks\n'

export const ordinaryBlog: Readonly<Record<string, string>> = {
  '_config.yml': ordinaryConfig,
  '_layouts/post.html': '<html><body>{{ content }}</body></html>\n',
  '_layouts/default.html': '<html><body>{{ content }}</body></html>\n',
  '_includes/notice.html': '<p class="notice">Slides follow.</p>\n',
  '_posts/2014-01-01-first-talk.md': '---\ntitle: First talk\nlayout: post\n---\n\nThe first one.\n',
  '_posts/2014-05-06-second-talk.md': '---\ntitle: Second talk\nlayout: post\n---\n\nThe second one.\n',
  'about.md': '---\ntitle: About\nlayout: default\n---\n\nAbout me.\n',
  'images/stage.png': 'PNG\u0000',
  'images/Title Page.png': 'PNG\u0000',
  'papers/kernels.pdf': '%PDF\u0000',
}

export const ordinaryPath = '_posts/2015-07-04-talk.md'

const front = (fields = ''): string => `---\ntitle: The talk\nlayout: post\n${fields}---\n\n`
const body = 'Thanks for coming to my talk.\n'
const post = (text: string, fields = ''): string => `${front(fields)}${text}\n`

export const traps: readonly Trap[] = [
  {
    name: 'the date of the seed in its own zone: 13:00 written there is 13:00 UTC here',
    code: 'future-date',
    post: post(body, 'date: 2015-07-04 13:00:00\n'),
    now: '2015-07-04T11:14:00Z',
    timezone: 'Europe/Warsaw',
    fixes: ['date-now', 'keep-local'],
  },
  {
    name: 'the file is named after tomorrow',
    code: 'future-date',
    path: '_posts/2015-07-05-talk.md',
    post: post(body),
    now: '2015-07-04T18:00:00Z',
    fixes: ['date-now', 'keep-local'],
  },
  {
    name: 'it is tomorrow here, and still today where GitHub builds',
    code: 'future-date',
    path: '_posts/2015-07-05-talk.md',
    published: {
      '.github/workflows/pages.yml': 'jobs:\n  build:\n    steps:\n      - run: bundle exec jekyll build\n',
    },
    post: post(body),
    now: '2015-07-04T20:00:00Z',
    timezone: 'UTC',
    fixes: ['date-now'],
  },
  {
    name: 'an offset that is hours behind',
    code: 'future-date',
    post: post(body, 'date: 2015-07-04 09:00:00 -0800\n'),
    now: '2015-07-04T12:00:00Z',
    fixes: ['date-now'],
  },
  {
    name: 'late in the evening becomes the next day',
    code: 'shifted-day',
    config: 'timezone: Asia/Tokyo\n',
    post: post(body, 'date: 2015-07-04 23:30:00\n'),
    fixes: ['local-time'],
  },
  {
    name: 'early in the morning becomes the day before',
    code: 'shifted-day',
    config: 'timezone: America/Los_Angeles\n',
    post: post(body, 'date: 2015-07-04 05:00:00\n'),
    fixes: ['local-time'],
  },
  {
    name: 'a new title in the file name of a published talk',
    code: 'url-changed',
    path: '_posts/2014-01-01-first-talk-revised.md',
    formerPath: '_posts/2014-01-01-first-talk.md',
    post: '---\ntitle: First talk\nlayout: post\n---\n\nThe first one.\n',
    fixes: ['keep-address'],
  },
  {
    name: 'a new date for a published talk',
    code: 'url-changed',
    path: '_posts/2014-01-01-first-talk.md',
    post: '---\ntitle: First talk\nlayout: post\ndate: 2014-02-02 10:00:00 +0000\n---\n\nThe first one.\n',
    fixes: ['keep-address'],
  },
  {
    name: 'a category for a published talk, on a site that can send readers on',
    code: 'url-changed',
    path: '_posts/2014-01-01-first-talk.md',
    published: { Gemfile: 'gem "jekyll-redirect-from"\n' },
    post: '---\ntitle: First talk\nlayout: post\ncategory: talks\n---\n\nThe first one.\n',
    fixes: ['keep-address', 'redirect'],
  },
  {
    name: 'the address of another talk',
    code: 'same-address',
    config: 'permalink: /talks/:title/\n',
    path: '_posts/2015-07-04-first-talk.md',
    post: post(body),
    fixes: ['own-address'],
  },
  {
    name: 'the address of a page',
    code: 'same-address',
    post: post(body, 'permalink: /about.html\n'),
    fixes: ['own-address'],
  },
  {
    name: 'a colon in the title',
    code: 'front-matter',
    post: '---\ntitle: Unikernels: the talk\nlayout: post\n---\n\nThanks.\n',
    fixes: ['quote-value'],
  },
  {
    name: 'a title that begins with an at sign',
    code: 'front-matter',
    post: '---\ntitle: @speaker on stage\nlayout: post\n---\n\nThanks.\n',
    fixes: ['quote-value'],
  },
  {
    name: 'a tab in the front matter',
    code: 'front-matter',
    post: '---\ntitle: The talk\nlayout: post\ntags:\n\t- kernels\n---\n\nThanks.\n',
    fixes: ['spaces-for-tabs'],
  },
  {
    name: 'a quote that is never closed',
    code: 'front-matter',
    post: '---\ntitle: "The talk\nlayout: post\n---\n\nThanks.\n',
    fixes: ['quote-value'],
  },
  {
    name: 'no line that ends the front matter',
    code: 'front-matter',
    post: '---\ntitle: The talk\nlayout: post\n\nThanks.\n',
    fixes: ['place-front-matter'],
    page: { lacks: 'layout: post' },
  },
  {
    name: 'an empty line before the front matter',
    code: 'front-matter',
    post: '\n---\ntitle: The talk\nlayout: post\n---\n\nThanks.\n',
    fixes: ['place-front-matter'],
    page: { lacks: 'layout: post' },
  },
  {
    name: 'a tag of another site',
    code: 'liquid',
    post: post('{% youtube abc123 %}'),
    fixes: ['show-as-text'],
    page: { has: '{% youtube abc123 %}' },
  },
  {
    name: 'a template example in a code block',
    code: 'liquid',
    post: post('```\n{% gist %}\n```'),
    fixes: ['show-as-text'],
    page: { has: '{% gist %}' },
  },
  {
    name: 'an include that is not there',
    code: 'liquid',
    post: post('{% include notices.html %}'),
    fixes: ['nearest', 'show-as-text'],
  },
  {
    name: 'a link to a talk under a wrong name',
    code: 'liquid',
    post: post('See [this]({% post_url 2014-01-01-first-tlak %}).'),
    fixes: ['nearest'],
  },
  {
    name: 'a link to a page that is not there',
    code: 'liquid',
    post: post('See [me]({% link abuot.md %}).'),
    fixes: ['nearest'],
  },
  {
    name: 'an if that is never ended',
    code: 'liquid',
    post: post('{% if page.title %} Hello.'),
    fixes: ['show-as-text'],
  },
  {
    name: 'a date that is none',
    code: 'bad-date',
    post: post(body, 'date: next Tuesday\n'),
    fixes: ['date-of-file', 'remove-date'],
  },
  {
    name: 'a label nobody defines',
    code: 'undefined-reference',
    post: post(
      'The [slides][slide] and the [video][video].\n\n[slides]: https://example.org/slides\n[video]: https://example.org/video',
    ),
    fixes: ['nearest-label', 'plain-words'],
    page: { lacks: '[slide]' },
  },
  {
    name: 'words in brackets without an address',
    code: 'undefined-reference',
    post: post('All of it is in the [paper].'),
    fixes: ['plain-words'],
    page: { lacks: '[paper]' },
  },
  {
    name: 'a picture that is not there',
    code: 'missing-file',
    post: post('![The stage](/images/stage-2015.png)'),
    fixes: ['leave-out'],
    page: { lacks: 'stage-2015' },
  },
  {
    name: 'a picture of the other case',
    code: 'missing-file',
    post: post('![The stage](/images/Stage.png)'),
    fixes: ['right-address'],
    page: { lacks: 'Stage.png' },
  },
  {
    name: 'a picture beside the post, which the page looks for beside its address',
    code: 'missing-file',
    post: post('![The stage](images/stage.png)'),
    fixes: ['right-address'],
    page: { lacks: '"images/stage.png"' },
  },
  {
    name: 'a paper under a wrong name',
    code: 'missing-file',
    post: post('Read [the paper](/papers/kernel.pdf).'),
    fixes: ['right-address', 'leave-out'],
    page: { lacks: 'kernel.pdf"' },
  },
  {
    name: 'a picture on the writer’s desktop',
    code: 'local-path',
    post: post('![The stage](file:///Users/ada/Desktop/stage.png)'),
    fixes: ['right-address', 'leave-out'],
    page: { lacks: 'Users/ada' },
  },
  {
    name: 'a path of the writer’s machine in a tag',
    code: 'local-path',
    post: post('<img src="/home/ada/pictures/stage.png" alt="The stage">'),
    fixes: ['right-address'],
    page: { lacks: '/home/ada' },
  },
  {
    name: 'the site lies below its server’s root, the picture’s address does not',
    code: 'baseurl',
    config: 'baseurl: /blog\n',
    post: post('![The stage](/images/stage.png)'),
    fixes: ['add-baseurl'],
    page: { has: '/blog/images/stage.png' },
  },
  {
    name: 'a link to another page that forgets where the site lies',
    code: 'baseurl',
    config: 'baseurl: /blog\n',
    post: post('More [about me][me].\n\n[me]: /about.html'),
    fixes: ['add-baseurl'],
    page: { has: '/blog/about.html' },
  },
  {
    name: 'slides whose player nobody knows offline',
    code: 'embed',
    post: post(
      '{% include notice.html %}\n\n<iframe src="https://vine.co/v/abcdefg/embed/simple" width="600" height="600"></iframe>',
    ),
    fixes: ['plain-link'],
    page: { lacks: '<iframe' },
  },
  {
    name: 'a private key in a listing',
    code: 'secret',
    post: post('```\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA1\n-----END RSA PRIVATE KEY-----\n```'),
    fixes: ['remove-secret'],
    page: { lacks: 'PRIVATE KEY' },
  },
  {
    name: 'a token in a command',
    code: 'secret',
    post: post(`    curl -H "Authorization: token ghp_${'a1B2'.repeat(9)}" https://api.example.org`),
    fixes: ['remove-secret'],
    page: { lacks: 'ghp_' },
  },
  {
    name: 'a password in an address',
    code: 'secret',
    post: post('Clone it from https://ada:correcthorse@git.example.net/slides.git'),
    fixes: ['remove-secret'],
    page: { lacks: 'correcthorse' },
  },
  {
    name: 'a note to oneself in a comment',
    code: 'html-comment',
    post: post(`${body}\n<!-- TODO: do not mention the outage -->`),
    fixes: ['liquid-comment', 'remove-comment'],
    page: { lacks: 'outage' },
  },
  {
    name: 'a comment over several lines with a template in it',
    code: 'html-comment',
    post: post(`${body}\n<!-- old text\n{{ page.title }} was dull\n-->\n\nMore.`),
    fixes: ['remove-comment'],
    page: { lacks: 'dull' },
  },
  {
    name: 'published: false, forgotten',
    code: 'unpublished',
    post: post(body, 'published: false\n'),
    fixes: ['publish'],
  },
  {
    name: 'a layout that is not there',
    code: 'missing-layout',
    post: '---\ntitle: The talk\nlayout: posts\n---\n\nThanks.\n',
    fixes: ['nearest-layout'],
    page: { has: '<html>' },
  },
]
