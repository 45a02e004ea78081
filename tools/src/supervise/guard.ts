/**
 * Ends the parts when the supervisor is killed and cannot do so itself. Started beside the supervisor with the
 * data folder as its argument; its standard input closes when the supervisor ends, in whatever way.
 */
import { endLeftovers } from './leftovers.js'

const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('usage: guard DATA_DIR')

// Ctrl-C in a terminal is for the supervisor, which stops the parts in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

process.stdin.resume()
process.stdin.on('end', () => {
  void endLeftovers(dataDir).finally(() => process.exit(0))
})
