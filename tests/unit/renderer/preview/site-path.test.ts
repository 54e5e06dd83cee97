import { expect, test } from 'vitest'
import { sitePath } from '../../../../renderer/preview/site-path.ts'

test.each([
  ['the site itself is open', '_posts/a.md', '/home/me/site', '/home/me/site', '_posts/a.md'],
  ['a folder inside the site is open', 'a.md', '/home/me/site/_posts', '/home/me/site', '_posts/a.md'],
  [
    'the site’s source is a folder inside',
    'src/_posts/a.md',
    '/home/me/site',
    '/home/me/site/src',
    '_posts/a.md',
  ],
  ['there is no site', 'a.md', '/home/me/notes', '/opt/lectern/starter', 'a.md'],
  ['names only begin alike', 'a.md', '/home/me/site2', '/home/me/site', 'a.md'],
  ['the machine writes backslashes', '_posts/a.md', 'C:\\site', 'C:\\site', '_posts/a.md'],
])('finds a post where %s', (_, path, folder, source, expected) => {
  expect(sitePath(path, folder, source)).toBe(expected)
})
