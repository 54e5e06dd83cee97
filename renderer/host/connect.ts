import { takeAccessToken } from './access-token.ts'
import { bridgeConnection, findBridge } from './bridge-connection.ts'
import type { Connection } from './connection.ts'
import { httpConnection } from './http-connection.ts'

/** Reaches the host: over the preload bridge where there is one, otherwise over loopback HTTP. */
export function connect(): Connection {
  const bridge = findBridge()
  return bridge ? bridgeConnection(bridge) : httpConnection(takeAccessToken())
}
