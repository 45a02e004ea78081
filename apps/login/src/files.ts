import { join } from 'node:path'

/** Where the login's clients are listed, below the data folder. Set-up writes it. */
export const clientsFileIn = (dataDir: string): string => join(dataDir, 'login', 'clients.json')
/** Where the login keeps its own keys. */
export const keysFileIn = (dataDir: string): string => join(dataDir, 'login', 'keys.json')
