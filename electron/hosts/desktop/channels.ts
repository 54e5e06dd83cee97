/** The only two names that cross between page and main process: calls one way, announcements the other. */
export const channels = { call: 'lectern:call', event: 'lectern:event' } as const
