import { fileURLToPath } from 'node:url'

/** Folder of the repository: both `src` and `dist` of this package lie three levels below it. */
export const repositoryFolder = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
