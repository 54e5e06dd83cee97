/**
 * The words the loopback host and its page must agree on.
 *
 *     http://127.0.0.1:41234/#token=…      the page, opened once; it moves the token to sessionStorage
 *     POST /api/savePost                   body: the arguments as a JSON array; answered with a Reply, always 200
 *     GET  /api-events                     a text/event-stream: each HostEvent as JSON in one `data:` line;
 *                                          comments (`:`) at once and every 15 s show that the host lives
 *
 * Both carry `Authorization: Bearer …token…`. Without it 401; 403 from a foreign Origin; 421 for a wrong Host.
 */
export const loopback = {
  tokenParameter: 'token',
  methodPath: (method: string): string => `/api/${method}`,
  eventsPath: '/api-events',
  authorization: (token: string): string => `Bearer ${token}`,
} as const
