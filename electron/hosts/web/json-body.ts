import type { IncomingMessage } from 'node:http'

/** Larger than any text `core/contract/arguments.ts` lets through, escapes included. */
const limitBytes = 160 * 1024 * 1024

/** The JSON array a request carries, or the status that refuses it. */
export async function readJsonArray(request: IncomingMessage): Promise<readonly unknown[] | 400 | 413 | 415> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return 415
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > limitBytes) return 413
    chunks.push(chunk)
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return Array.isArray(value) ? value : 400
  } catch {
    return 400
  }
}
