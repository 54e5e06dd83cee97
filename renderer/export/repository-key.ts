/** The setting of a folder that lies in no repository: where its posts go. */
export const repositoryKey = 'publish.repository'
