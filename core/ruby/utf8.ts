/** The bytes of a text in UTF-8. */
export function encodeUtf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code < 0x8_00) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x1_00_00) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return bytes
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

/** The text of bytes in UTF-8; undefined where they are none. */
export function decodeUtf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(text: string): string {
  const bytes = encodeUtf8(text)
  let result = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3)
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    result += alphabet[bits >> 18]! + alphabet[(bits >> 12) & 63]!
    result += second === undefined ? '=' : alphabet[(bits >> 6) & 63]!
    result += third === undefined ? '=' : alphabet[bits & 63]!
  }
  return result
}

/** Strict base 64 as RFC 4648 has it; undefined for anything else. Bytes that are no UTF-8 become U+FFFD. */
export function decodeBase64(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const character of text.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xff_ff_ff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return (
    decodeUtf8(bytes) ?? bytes.map(byte => (byte < 0x80 ? String.fromCodePoint(byte) : '\uFFFD')).join('')
  )
}
