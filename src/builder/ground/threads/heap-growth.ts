import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heaps of all threads grow by at most 150 % between two full collections; V8 allows four times where the machine
 * has much memory. A limit on the heap would do the same, but a post of 32 MB may need 4 GB for a moment. Call it before
 * threads start.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=150')
}
