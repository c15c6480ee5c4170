/** Whether the browser hashes here: only in secure contexts (https, localhost). Elsewhere parsers are the only check. */
export function canHash(): boolean {
  return 'subtle' in crypto
}
