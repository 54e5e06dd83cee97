import { describe, expect, test } from 'vitest'

import {
  type MethodTable,
  type Reply,
  createClient,
  dispatch,
  hostMethods,
} from '../../../../core/contract/index.ts'
import { number, text } from '../../../../core/contract/arguments.ts'
import { LecternError } from '../../../../core/errors.ts'

interface Api {
  add(a: number, b: number): Promise<number>
  nothing(): Promise<undefined>
  fail(how: string): Promise<never>
}

const methods: MethodTable<Api> = {
  add: ([a, b]) => [number(a), number(b)],
  nothing: () => [],
  fail: ([how]) => [text(how)],
}

class Service implements Api {
  readonly step = 1
  add = async (a: number, b: number) => a + b
  nothing = async () => undefined
  async fail(how: string): Promise<never> {
    // Uses `this`, as a service may.
    if (how === 'known') throw new LecternError('post.not-found', [`post ${this.step}`])
    throw new TypeError('a secret')
  }
}

const service = new Service()

describe('The wire', () => {
  test('a client calls what the service offers', async () => {
    const sent: string[] = []
    const client = createClient(methods, async (method, args): Promise<Reply> => {
      sent.push(JSON.stringify([method, args]))
      return JSON.parse(JSON.stringify(await dispatch(service, methods, method, args))) as Reply
    })
    expect(await client.add(1, 2)).toBe(3)
    expect(await client.nothing()).toBeUndefined()
    await expect(client.fail('known')).rejects.toMatchObject({
      name: 'RemoteError',
      code: 'post.not-found',
      message: expect.stringContaining('post 1') as unknown,
    })
    expect(sent).toEqual(['["add",[1,2]]', '["nothing",[]]', '["fail",["known"]]'])
  })

  test('the reply to a fault of ours tells nothing, the log everything', async () => {
    const reported: unknown[] = []
    const reply = await dispatch(service, methods, 'fail', ['unknown'], error => reported.push(error))
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal.unexpected' } })
    expect(reported).toEqual([expect.any(TypeError)])
  })

  test('wrong names and arguments are refused without a call', async () => {
    for (const method of ['sub', 'constructor', 'step', '__proto__', ''])
      expect(await dispatch(service, methods, method, [])).toMatchObject({
        error: { code: 'contract.unknown-method' },
      })
    expect(await dispatch(service, methods, 'add', ['1', 2])).toMatchObject({
      error: { code: 'contract.bad-argument' },
    })
  })

  test('surplus arguments do not reach the service', async () => {
    const seen: unknown[][] = []
    const api: Api = { ...service, fail: service.fail, add: async (...args) => seen.push(args) }
    await dispatch(api, methods, 'add', [1, 2, { evil: true }])
    expect(seen).toEqual([[1, 2]])
  })

  test('every check of the host’s methods survives having nothing to check', () => {
    for (const [method, check] of Object.entries(hostMethods)) {
      try {
        check([])
      } catch (error) {
        expect(error, method).toBeInstanceOf(LecternError)
      }
    }
  })
})
