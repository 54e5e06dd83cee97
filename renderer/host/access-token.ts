import { loopback } from '../../core/contract/index.ts'

const key = 'lectern.token'

/**
 * The secret the web host put into the address (`#token=…`). It is moved to the tab's session storage, so that a
 * reload still has it and the address can be shared or photographed without it.
 */
export function takeAccessToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const given = fragment.get(loopback.tokenParameter)
  if (given) {
    sessionStorage.setItem(key, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return given ?? sessionStorage.getItem(key) ?? ''
}
