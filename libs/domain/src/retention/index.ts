export { listCode } from './list-code.js'
