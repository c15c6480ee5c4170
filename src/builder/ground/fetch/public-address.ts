import { isIP } from 'node:net'

/** A range of addresses: first address, bits that all of it share. */
type AddressRange = readonly [first: string, bits: number]

// What the registries of special addresses (IANA) do not call globally reachable.
const privateIpv4: readonly AddressRange[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Behind the address translation of providers.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; clouds tell their machines secrets at 169.254.169.254.
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

// Only this is handed out to the public at all.
const globalIpv6: AddressRange = ['2000::', 3]

const privateIpv6: readonly AddressRange[] = [
  // Protocols and tunnels (Teredo) with other addresses inside.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4: an IPv4 address inside.
  ['2002::', 16],
  ['3fff::', 20],
]

// Networks without IPv4 reach it through here; what counts is the address inside.
const translatedIpv4: AddressRange = ['64:ff9b::', 96]

/**
 * Whether an IP address belongs to the public internet: not to this machine, its network, a provider's inside or anything reserved.
 * An address that cannot be read does not.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return isPublicIpv4(toIpv4Bytes(address))
  // A zone (`fe80::1%eth0`) belongs to a link of this machine.
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

/** The sixteen bytes of an address that `isIP` knows. */
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
