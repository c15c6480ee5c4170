import { isIP } from 'node:net'

/** A CIDR range: first address, length of the prefix in bits. */
type AddressRange = readonly [first: string, bits: number]

// What the IANA special-purpose address registries do not call globally reachable.
const privateIpv4: readonly AddressRange[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Carrier-grade NAT.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; cloud metadata services hand out credentials at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved, broadcast.
  ['224.0.0.0', 3],
]

// The only IPv6 range allocated for public use.
const globalIpv6: AddressRange = ['2000::', 3]

const privateIpv6: readonly AddressRange[] = [
  // IETF protocol assignments, Teredo tunnels among them, which embed other addresses.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 embeds an IPv4 address.
  ['2002::', 16],
  ['3fff::', 20],
]

// NAT64, the way to IPv4 from IPv6-only networks; what counts is the embedded address.
const translatedIpv4: AddressRange = ['64:ff9b::', 96]

/**
 * Whether an IP address belongs to the public internet rather than to this machine, a private network, a provider's
 * NAT or a reserved range. `false` for text that is not an IP address.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return isPublicIpv4(toIpv4Bytes(address))
  // A zone (`fe80::1%eth0`) names an interface of this machine.
  if (version !== 6 || address.includes('%')) return false
  const bytes = toIpv6Bytes(address)
  if (isIn(bytes, translatedIpv4)) return isPublicIpv4(bytes.slice(12))
  return isIn(bytes, globalIpv6) && !privateIpv6.some((range) => isIn(bytes, range))
}

function isPublicIpv4(bytes: readonly number[]): boolean {
  return !privateIpv4.some((range) => isIn(bytes, range))
}

function isIn(bytes: readonly number[], [first, bits]: AddressRange): boolean {
  const start = first.includes(':') ? toIpv6Bytes(first) : toIpv4Bytes(first)
  for (let bit = 0; bit < bits; bit++) {
    const mask = 128 >>> (bit % 8)
    const at = bit >>> 3
    if (((bytes[at] ?? 0) & mask) !== ((start[at] ?? 0) & mask)) return false
  }
  return true
}

function toIpv4Bytes(address: string): number[] {
  return address.split('.').map(Number)
}

/** The sixteen bytes of a valid IPv6 address. */
function toIpv6Bytes(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const front = toGroups(head)
  const back = tail === undefined ? [] : toGroups(tail)
  const zeros = Array.from({ length: 16 - front.length - back.length }, () => 0)
  return [...front, ...zeros, ...back]
}

function toGroups(text: string): number[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return toIpv4Bytes(group)
    const value = Number.parseInt(group, 16)
    return [value >>> 8, value & 255]
  })
}
