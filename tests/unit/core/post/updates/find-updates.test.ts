import { describe, expect, test } from 'vitest'
import { findUpdates } from '../../../../../core/post/updates/find-updates.ts'

const post = (body: string): string => `---\ndate: 2014-03-01\n---\nFirst words.\n\n${body}\n`
const dates = (body: string): (string | null)[] => findUpdates(post(body)).updates.map(update => update.date)

describe('is an update', () => {
  test.each<[string, string | null]>([
    ['### Update — 14 July\n\nNew.', '2014-07-14'],
    ['**UPDATE (2014-05-14):** New.', '2014-05-14'],
    ['## Updates\n\nNew.', null],
    ['Edit: New.', null],
    ['*Update 2:* New.', null],
    ['***Updated: 14 July*** New things came.', '2014-07-14'],
    ['_UPDATE: New._', null],
    ['**Update**\n\nNew.', null],
    ['UPDATE! New.', null],
    ['> **Update:** New.', null],
    ['* EDIT (June 2018): New.', '2018-06'],
    ['<p><strong>Update 14/7/2014:</strong> New.</p>', '2014-07-14'],
    ['Old words (edit: new ones) and more.', null],
    ['Old words. **Update:** New.', null],
    ['\\[edit: New\\]', null],
    ['Updated on May 3rd, 2015 to tell more.', '2015-05-03'],
    ['Update\n------\n\nNew.', null],
    ['<h3>Update, 3 Jan</h3>\n\nNew.', '2015-01-03'],
    ['**Mise à jour du 14 juillet :** nouveau.', '2014-07-14'],
    ['### Nachtrag vom 14. Juli 2014\n\nNeues.', '2014-07-14'],
    ['**Actualización (14 de julio de 2014):** nuevo.', '2014-07-14'],
    ['更新（2014年7月14日）：新的。', '2014-07-14'],
    ['PS: (2015-02-03) New.', '2015-02-03'],
    ['## Errata\n\nA slip.', null],
    ['~~**Update 2**: gone~~', null],
    ['⚠️ **Update:** New.', null],
    ['**Update (2/9/2014 9:25:35 AM):** New.', '2014-09-02'],
    ['**Update (3/9/2014):** New.', '2014-03-09'],
    ['**Update 17-Dec-14**: New.', '2014-12-17'],
    ['3. The numbers **Updated (2014-09-23)**:', '2014-09-23'],
  ])('%s', (body, date) => {
    expect(dates(body)).toEqual([date])
  })
})

test.each([
  'Update the gems first.',
  '### Update policies\n\nWords.',
  '* Update the package.\n* Edit the file.',
  '- **Create:** a\n- **Update:** b\n- **Delete:** c',
  '```\nUpdate: code\n```',
  '{% highlight sql %}\nUPDATE: x\n{% endhighlight %}',
  '    Update: indented code',
  '<!-- Update: hidden -->',
  '[Update: a release](http://a.example/)',
  '### Update\n\nThe rule for weights.\n\n### Train\n\nWords.',
  '**Update** is a type. Then words.',
  'They\nupdate live in the browser.',
  '**Updates to the main branch** - words.',
  '[update1]: http://a.example/',
  'PS: I like it.',
])('%s is no update', body => {
  expect(dates(body)).toEqual([])
})

test('a year is read from the post: the first such day on or after it', () => {
  expect(dates('### Update — 1 March\n\nA.\n\n### Update — 28 February\n\nB.')).toEqual([
    '2014-03-01',
    '2015-02-28',
  ])
})

test('anchors count headings that were there before', () => {
  const { updates } = findUpdates(post('## Update\n\nA.\n\n## Update\n\nB.'))
  expect(updates.map(update => update.id)).toEqual(['update', 'update-1'])
})

describe('a banner', () => {
  const withBanner = (banner: string): string =>
    `---\ndate: 2014-03-01\n---\n{% include JB/setup %}\n${banner}\n\nWords.\n\n### Update — 14 July\n\nA.\n`
  test.each([
    ['***Updated: 14 July (see below)***', ['2014-07-14']],
    ['**Updated 3 June and 14 July**', ['2014-06-03', '2014-07-14']],
    ['*Update: [14 July](#update--14-july)*', ['2014-07-14']],
    ['> This post was updated on 14 July. See the end of the post.', ['2014-07-14']],
    ['**Update: see below.**', []],
  ])('%s', (banner, days) => {
    const found = findUpdates(withBanner(banner))
    expect(found.banner).toMatchObject({ text: banner, line: 5, dates: days })
    expect(found.updates.map(update => update.line)).toEqual([9])
  })

  test('a notice that says what changed is an update', () => {
    const found = findUpdates(withBanner('*Updated 14 July: the code was wrong.*'))
    expect(found.banner).toBeNull()
    expect(found.updates.map(update => update.line)).toEqual([5, 9])
  })
})
