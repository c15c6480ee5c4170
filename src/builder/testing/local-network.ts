// For tests: a network that never leaves this machine.
import { request as requestHttp, type OutgoingHttpHeaders } from 'node:http'
import type { Network } from '#builder/ground/fetch/network.ts'
import { isPublicAddress } from '#builder/ground/fetch/public-address.ts'

/** A network in which every name resolves to a port of this machine, except those listed in `names`. */
export function makeLocalNetwork(
  port: number,
  names: ReadonlyMap<string, string[]> = new Map(),
): Network {
  return {
    resolve: async (host) => names.get(host) ?? ['127.0.0.1'],
    isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
    isAllowedPort: (asked) => asked === 80 || asked === 443,
    // The test server has no TLS: requests to https addresses go out as plain HTTP to its port.
    request: (url, options) =>
      requestHttp({
        ...options,
        agent: false,
        host: url.hostname,
        port,
        path: `${url.pathname}${url.search}`,
        headers: { ...(options.headers as OutgoingHttpHeaders), Host: url.host },
      }),
    close: () => {},
  }
}
