export { Api } from './api.js'
export { playOne } from './play.js'
export { Player } from './player.js'
export { verify } from './verify.js'
