import { type Server, createServer } from 'node:http'
import { type AddressInfo, type Server as TcpServer, createServer as createTcpServer } from 'node:net'

/** Servers that git meets on bad days, on loopback. */
export interface BadRemotes {
  /** Accepts and never answers. */
  readonly silent: string
  /** Answers 302 to a login page. */
  readonly redirect: string
  readonly close: () => void
}

export async function startBadRemotes(): Promise<BadRemotes> {
  const silent = createTcpServer(socket => void socket.on('error', () => undefined))
  const redirect = createServer((request, response) => {
    if (request.url === '/login') response.end('<html><form>Sign in</form></html>')
    else response.writeHead(302, { Location: '/login' }).end()
  })
  const [silentPort, redirectPort] = await Promise.all([listen(silent), listen(redirect)])
  return {
    silent: `http://127.0.0.1:${silentPort}/blog.git`,
    redirect: `http://127.0.0.1:${redirectPort}/blog.git`,
    close: () => {
      silent.close()
      redirect.close()
      redirect.closeAllConnections()
    },
  }
}

async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return (server.address() as AddressInfo).port
}
