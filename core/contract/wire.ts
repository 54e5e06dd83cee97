import { LecternError, type WireError, toWireError } from '../errors.ts'

/** What every request is answered with, over IPC and over HTTP. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError }

/** A failure that came over the wire: code and sentence as the host gave them. */
export class RemoteError extends Error {
  readonly code: string

  constructor(error: WireError) {
    super(error.message)
    this.name = 'RemoteError'
    this.code = error.code
  }
}

/** Checks and passes on the arguments of one method; throws 'contract.bad-argument' for wrong ones. */
export type ArgumentCheck<Args extends readonly unknown[]> = (args: readonly unknown[]) => Args

/** The method names of an API and the check of each one's arguments. A missing method does not compile. */
export type MethodTable<Api> = {
  readonly [M in keyof Api]: Api[M] extends (...args: infer Args) => unknown ? ArgumentCheck<Args> : never
}

/**
 * Calls `api[method]` with checked arguments.
 *
 * Names not in `methods` and arguments of the wrong shape are refused without a call. Never throws.
 *
 * @param report hears every error thrown, with its cause, for the log; the reply carries code and sentence only
 */
export async function dispatch<Api extends object>(
  api: Api,
  methods: MethodTable<Api>,
  method: string,
  args: readonly unknown[],
  report: (error: unknown) => void = () => {},
): Promise<Reply> {
  try {
    if (!Object.hasOwn(methods, method)) throw new LecternError('contract.unknown-method', [method])
    const name = method as keyof Api
    const check = methods[name] as ArgumentCheck<readonly unknown[]>
    const call = api[name] as (...values: readonly unknown[]) => Promise<unknown>
    return { ok: true, value: (await call.apply(api, [...check(args)])) ?? null }
  } catch (error) {
    report(error)
    return { ok: false, error: toWireError(error) }
  }
}

/** An API whose every method goes through `send`. Replies that say no become a {@link RemoteError}. */
export function createClient<Api extends object>(
  methods: MethodTable<Api>,
  send: (method: string, args: readonly unknown[]) => Promise<Reply>,
): Api {
  const client: Record<string, (...args: unknown[]) => Promise<unknown>> = {}
  for (const method of Object.keys(methods)) {
    client[method] = async (...args) => {
      const reply = await send(method, args)
      if (!reply.ok) throw new RemoteError(reply.error)
      return reply.value ?? undefined
    }
  }
  return client as unknown as Api
}
