/** How long tests wait for something to happen before they take it for a hang: no machine that is merely slow or busy gets there. */
export const patienceMs = 300_000
