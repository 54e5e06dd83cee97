/** One site of the matrix: a zone, a permalink, and posts whose dates are spelled in many ways. */
export interface DateMatrix {
  readonly name: string
  /** `TZ` of the build. */
  readonly environmentZone: string
  readonly files: Readonly<Record<string, string>>
}

/** Spellings of `date:`; an empty one leaves the field out. */
const spellings = [
  '',
  '2014-03-06',
  '2014-3-6',
  '"2014-03-06"',
  '2014-03-06 23:30',
  '2014-03-06 23:30:00',
  '"2014-03-06 23:30:00"',
  '2014-03-06 23:30:15.75',
  '2014-03-06T23:30:00',
  '2014-03-06T23:30:00Z',
  '2014-03-06 23:30:00 +0900',
  '2014-03-06 23:30:00 -03:30',
  '2014-03-06 23:30:00 +9',
  '2014-03-06 23:30 +0100',
  '2014-03-06 23:30:00 UTC',
  '2014-03-06 23:30:00 PST',
  '2014-03-06 11:30 PM',
  'March 6, 2014',
  '6 March 2014 10:00',
  'Thu, 06 Mar 2014 23:30:00 +0000',
  'Thu Mar  6 23:30:00 2014',
  '2014/03/06',
  '2014/03/06 08:05',
  '06.03.2014',
  '20140306',
  '"20140306T2330"',
  '2014-03-09 02:30:00 America/New_York',
  '2014-03-09 02:30',
  '2014-03-30 02:30',
  '2014-10-26 02:30',
  '2014-11-02 01:30',
  '2014-12-31 23:59:59',
  '1969-12-31 23:00',
  '1900-01-01 00:00',
  '2014-066',
  '2014-02-30',
  '14-03-06',
]

const zones = [
  'UTC',
  'Asia/Tokyo',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
  'EST5EDT',
  'Etc/GMT+5',
]

const permalinks = ['date', '/:year/:month/:day/:hour:minute:second/:title.html', 'weekdate', 'ordinal']

/** Every spelling in every zone, the zone given by the configuration or by the environment. */
export function dateMatrices(): DateMatrix[] {
  return zones.flatMap((zone, index) => {
    const permalink = permalinks[index % permalinks.length]!
    const site = (name: string, environmentZone: string, timezone: string): DateMatrix => ({
      name,
      environmentZone,
      files: { '_config.yml': `${timezone}permalink: "${permalink}"\n`, ...datedPosts() },
    })
    const configured = site(`timezone ${zone}`, 'UTC', `timezone: ${zone}\n`)
    return index % 3 === 0 ? [configured, site(`TZ ${zone}`, zone, '')] : [configured]
  })
}

function datedPosts(): Record<string, string> {
  const files = spellings.map((spelling, index) => {
    const front = spelling === '' ? '' : `date: ${spelling}\n`
    return [`_posts/2013-07-0${1 + (index % 9)}-case-${index}.md`, `---\n${front}---\nx\n`] as const
  })
  return Object.fromEntries(files)
}

const permalinkStyles = [
  'none',
  'date',
  'ordinal',
  'pretty',
  'weekdate',
  '/:categories/:title',
  '/:categories/:year/:i_month/:i_day/:slug',
  '/blog/:slugified_categories/:title:output_ext',
  '/:short_year/:short_month/:long_month/:short_day/:long_day/:name/',
  '/:w_year/:week/:w_day/:y_day/:title_/',
  '/:collection/:path',
  '/:collection/:path/:output_ext',
  ':title.htm',
  '/a//b/../:title./',
  '/:year/:month',
]

const names = [
  '2014-03-06-plain.md',
  '2014-3-6-short.md',
  '14-12-31-two-digit-year.markdown',
  '2014-03-06-With Capitals.md',
  '2014-03-06-dots.in.name.md',
  '2014-03-06-trailing-dots...md',
  '2014-03-06-ünïcödé.md',
  "2014-03-06-it's (odd) & +more, ok; = @ $ ! ~.md",
  '2014-03-06-percent%20sign.md',
  '2014-03-06-hash#tag.md',
  '2014-03-06-page.html',
  '2014-03-06-日本語.md',
  '2014-03-06-under_score__two.md',
  '2014-03-06--leading-hyphen-.md',
]

const fronts = [
  '',
  'categories: Foo Bar\n',
  'category: Talk Stuff\n',
  'categories: [C++, "a/b", "Ünï"]\n',
  'slug: A Slug, given\n',
  'title: Other title\n',
  'permalink: /fixed/:title/\n',
  'permalink: /no-extension\n',
  'permalink: page.html\n',
]

/** Every style with many file names and spellings of front matter. */
export function permalinkMatrices(): DateMatrix[] {
  return permalinkStyles.map(style => {
    const posts = names.flatMap((name, index) => [
      [`_posts/${name}`, `---\n${fronts[index % fronts.length]}---\nx\n`] as const,
      [`sub dir/_posts/nested/${name}`, `---\n${fronts[(index + 4) % fronts.length]}---\nx\n`] as const,
    ])
    const pages = [
      'index.md',
      'about.md',
      'sub/index.html',
      'sub/Page Two.md',
      'feed.xml',
      'a.b.md',
      'ünï.md',
    ]
    return {
      name: `permalink ${style}`,
      environmentZone: 'UTC',
      files: {
        '_config.yml': `permalink: "${style}"\ncollections: {talks: {output: true}, notes: {output: true, permalink: "/n/:categories/:title"}}\n`,
        ...Object.fromEntries(posts),
        ...Object.fromEntries(pages.map(page => [page, '---\n---\nx\n'])),
        '_talks/one.md': '---\n---\nx\n',
        '_talks/sub/Two Words.md': '---\ncategories: q r\n---\nx\n',
        '_notes/2014-01-01-dated.md': '---\ncategories: q r\n---\nx\n',
      },
    }
  })
}
