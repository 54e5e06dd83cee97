/**
 * Whether a host can only be reached from inside: loopback, private, link-local, carrier NAT, multicast, or a name that
 * never leaves the local network.
 *
 * IANA special-purpose address registries (RFC 6890). Takes the *parsed* host: the URL parser has already turned
 * `0x7f.1` and `2130706433` into dotted form.
 *
 * @param hostname as `URL.hostname` gives it; IPv6 with or without brackets
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (host.includes(':')) return isPrivateIpv6(host)
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return isPrivateIpv4(host.split('.').map(Number))
  return host === 'localhost' || /\.(?:localhost|local|internal|lan|home|intranet|home\.arpa)$/.test(host)
}

/** First octets (and how many bits of the second matter) of the ranges no public service lives in. */
function isPrivateIpv4(octets: readonly number[]): boolean {
  const [first, second, third] = octets as [number, number, number]
  return (
    octets.some(octet => octet > 255) ||
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 192 && second === 0 && (third === 0 || third === 2)) ||
    (first === 192 && second === 88 && third === 99) ||
    (first === 198 && (second === 18 || second === 19)) ||
    (first === 198 && second === 51 && third === 100) ||
    (first === 203 && second === 0 && third === 113) ||
    first >= 224
  )
}

function isPrivateIpv6(host: string): boolean {
  const groups = ipv6Groups(host.replace(/%.*$/, ''))
  if (!groups) return true
  const [first, second] = groups as [number, number]
  const embedded = embeddedIpv4(groups)
  if (embedded) return isPrivateIpv4(embedded)
  return (
    groups.slice(0, 7).every(group => group === 0) ||
    (first & 0xfe00) === 0xfc00 ||
    (first & 0xffc0) === 0xfe80 ||
    (first & 0xffc0) === 0xfec0 ||
    (first & 0xff00) === 0xff00 ||
    first === 0x100 ||
    (first === 0x2001 && (second === 0xdb8 || second < 0x200)) ||
    first === 0x3fff
  )
}

/** The IPv4 address inside a mapped (::ffff:…), compatible (::…), NAT64 (64:ff9b::) or 6to4 (2002:) address. */
function embeddedIpv4(groups: readonly number[]): number[] | undefined {
  const octets = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255]
  const leadingZeros = groups.findIndex(group => group !== 0)
  const tail = octets(groups[6]!, groups[7]!)
  if (leadingZeros === 5 && groups[5] === 0xffff) return tail
  if (leadingZeros === 4 && groups[4] === 0xffff && groups[5] === 0) return tail
  if (leadingZeros === 6) return tail
  if (groups[0] === 0x64 && groups[1] === 0xff9b) return tail
  if (groups[0] === 0x2002) return octets(groups[1]!, groups[2]!)
  return undefined
}

function ipv6Groups(host: string): number[] | undefined {
  const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)
  const text = dotted
    ? `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`
    : host
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const parse = (half: string | undefined) =>
    half ? half.split(':').map(group => Number.parseInt(group, 16)) : []
  const head = parse(halves[0])
  const tail = parse(halves[1])
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail]
  return groups.every(group => Number.isInteger(group) && group >= 0 && group <= 0xffff) ? groups : undefined
}
