interface TrustedTypesWindow<Rules> {
  trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules }
}

/**
 * Makes a Trusted Types policy, whose functions return what the browser takes; `undefined` where it knows no Trusted Types
 * and takes text. The page's Content-Security-Policy allows each name once.
 */
export function makeTrustedPolicy<Rules>(name: string, rules: Rules): Rules | undefined {
  return (globalThis as TrustedTypesWindow<Rules>).trustedTypes?.createPolicy(name, rules)
}
