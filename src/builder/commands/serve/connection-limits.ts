import type { Socket } from 'node:net'

/** How many connections a server keeps at once. */
export interface ConnectionLimits {
  inAll: number
  /** From one address. A browser opens six to a host. */
  perAddress: number
}

/** Connections of a server, bounded in all and per address. */
export interface Connections {
  /**
   * Takes in a new connection. Where there are too many, the one that has waited longest without a whole request is
   * closed for it, so that clients which send slowly, or nothing, keep nobody out.
   * @returns `false` when all are being answered: the new one is not taken in.
   */
  admit(socket: Socket): boolean
  /** Notes that a request of a connection is being answered; the function it returns notes the end of that. */
  answer(socket: Socket): () => void
}

/** See `Connections`. */
export function makeConnections({ inAll, perAddress }: ConnectionLimits): Connections {
  /** Open connections with the number of their requests that are being answered. */
  const open = new Map<Socket, { address: string; answering: number }>()
  const countOf = (address: string) =>
    [...open.values()].filter((connection) => connection.address === address).length
  const closeLongestWaiting = (address: string): boolean => {
    for (const [socket, connection] of open) {
      if (connection.address !== address || connection.answering > 0) continue
      open.delete(socket)
      socket.destroy()
      return true
    }
    return false
  }
  const makeRoom = (address: string): boolean => {
    if (countOf(address) >= perAddress) return closeLongestWaiting(address)
    if (open.size < inAll) return true
    const addresses = [...new Set([...open.values()].map((connection) => connection.address))]
    return addresses
      .map((name) => ({ name, count: countOf(name) }))
      .toSorted((a, b) => b.count - a.count)
      .some(({ name }) => closeLongestWaiting(name))
  }
  return {
    admit: (socket) => {
      const address = toAddress(socket.remoteAddress)
      if (!makeRoom(address)) return false
      open.set(socket, { address, answering: 0 })
      socket.once('close', () => open.delete(socket))
      return true
    },
    answer: (socket) => {
      const connection = open.get(socket)
      if (connection === undefined) return () => {}
      connection.answering++
      return () => {
        connection.answering--
        // To the end: from now on it waits again.
        if (open.delete(socket)) open.set(socket, connection)
      }
    },
  }
}

/** Writes an IPv4 address the same way on a socket that speaks IPv6 too. */
export function toAddress(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
