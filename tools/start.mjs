/** `npm start`: prepares the working copy and starts the whole system. */
import { help } from './help.mjs'
import { prepare, runMain } from './prepare.mjs'

await runMain(async () => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help)
    return
  }
  await prepare()
  await import('./dist/start.js')
})
