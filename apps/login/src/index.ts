export { logIn } from './log-in.js'
export { loginClients, type LoginClient } from './clients.js'
export { clientsFileIn, keysFileIn } from './files.js'
export { rotateKeys } from './signing-keys.js'
