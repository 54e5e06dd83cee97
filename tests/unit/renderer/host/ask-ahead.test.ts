import { expect, test } from 'vitest'
import { type HostApi, createClient, hostMethods } from '../../../../core/contract/index.ts'
import { askAhead } from '../../../../renderer/host/ask-ahead.ts'

/** A host that notes what it is asked, and answers each question with its number. */
function notingHost(settings: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const host = createClient<HostApi>(hostMethods, async (method, args) => {
    asked.push([method, ...args].join(' '))
    return { ok: true, value: method === 'readSettings' ? settings : `answer ${asked.length}` }
  })
  return { asked, host }
}

const settled = () => new Promise(resolve => setTimeout(resolve))

test('what the window asks first was asked before, once, with the post of last time', async () => {
  const { asked, host } = notingHost({ 'session.open-post': '_posts/quay.md' })
  const ahead = askAhead(host)
  await settled()
  const before = [...asked]
  expect(before).toContain('listPosts')
  expect(before).toContain('readPost _posts/quay.md')
  await ahead.host.listPosts()
  await ahead.host.readPost('_posts/quay.md')
  expect(asked).toEqual(before)
  await ahead.host.readPost('_posts/quay.md')
  await ahead.host.readPost('_posts/tide.md')
  expect(asked.slice(before.length)).toEqual(['readPost _posts/quay.md', 'readPost _posts/tide.md'])
})

test('an answer nobody wanted is not given later', async () => {
  const { asked, host } = notingHost({ 'session.open-post': '_posts/quay.md' })
  const ahead = askAhead(host)
  await settled()
  ahead.forget()
  const before = asked.length
  await ahead.host.readPost('_posts/quay.md')
  expect(asked.slice(before)).toEqual(['readPost _posts/quay.md'])
})
