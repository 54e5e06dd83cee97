import type { HostApi } from '../../core/contract/index.ts'

/** What the window asks first, before anything is known. */
type FirstQuestion =
  | 'hostInfo'
  | 'currentWorkspace'
  | 'readSettings'
  | 'listPosts'
  | 'recoverDrafts'
  | 'readSite'

const firstQuestions: readonly FirstQuestion[] = [
  'hostInfo',
  'currentWorkspace',
  'readSettings',
  'recoverDrafts',
  'listPosts',
  'readSite',
]

/**
 * Asks the first questions now, all at once, while the window's own code is still being loaded. The host returned
 * answers the first call of each with what was asked already, and passes on every other call.
 */
export function askAhead(host: HostApi): HostApi {
  const answers = new Map<FirstQuestion, Promise<unknown>>()
  for (const question of firstQuestions) {
    const answer = host[question]()
    // Whoever calls hears of the failure.
    answer.catch(() => undefined)
    answers.set(question, answer)
  }
  const ahead = Object.fromEntries(
    firstQuestions.map(question => [
      question,
      () => {
        const answer = answers.get(question) ?? host[question]()
        answers.delete(question)
        return answer
      },
    ]),
  )
  return { ...host, ...ahead } as HostApi
}
