/** Reads a stream of chunks in pieces of a wanted size. */
export interface ByteReader {
  /** Exactly so many bytes; undefined where the stream ends before. */
  take(sizeBytes: number): Promise<Buffer | undefined>
  /** Passes over so many bytes. @returns whether they were there */
  skip(sizeBytes: number): Promise<boolean>
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()

  /** What is there of the bytes still wanted; undefined at the end. */
  async function some(most: number): Promise<Uint8Array | undefined> {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done === true) return undefined
      rest = next.value
    }
    const part = rest.subarray(0, most)
    rest = rest.subarray(part.length)
    return part
  }

  return {
    async take(sizeBytes) {
      const parts: Uint8Array[] = []
      for (let left = sizeBytes; left > 0;) {
        const part = await some(left)
        if (!part) return undefined
        parts.push(part)
        left -= part.length
      }
      return Buffer.concat(parts)
    },
    async skip(sizeBytes) {
      for (let left = sizeBytes; left > 0;) {
        const part = await some(left)
        if (!part) return false
        left -= part.length
      }
      return true
    },
  }
}
