export { Authority, type Issued, type Subject } from './authority.js'
export { holdsFor } from './holds-for.js'
