/** Version of every shape in this folder. A reader refuses a site of another version; see the README for what changed when. */
export const schemaVersion = 2
