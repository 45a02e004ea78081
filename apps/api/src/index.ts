export { makeApp } from './make-app.js'
export { type Surroundings } from './app.module.js'
