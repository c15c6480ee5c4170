// For tests: a network that ends at this machine.
import { request as requestHttp, type OutgoingHttpHeaders } from 'node:http'
import type { Network } from '#builder/ground/fetch/network.ts'
import { isPublicAddress } from '#builder/ground/fetch/public-address.ts'

/** A network in which names lead to a port of this machine, but for those of which `names` knows better. */
export function makeLocalNetwork(
  port: number,
  names: ReadonlyMap<string, string[]> = new Map(),
): Network {
  return {
    resolve: async (host) => names.get(host) ?? ['127.0.0.1'],
    isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
    isAllowedPort: (asked) => asked === 80 || asked === 443,
    // The test's server speaks no TLS: only the port differs from what the program would do.
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
