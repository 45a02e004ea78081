import { writeFileSync } from 'node:fs'

/**
 * Jest reporter that writes the runner's own numbers to BROBYGGER_COUNTS_FILE.
 * A test file that could not run at all counts as one failure: it holds no failed test, yet nothing passed.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    }
    writeFileSync(process.env.BROBYGGER_COUNTS_FILE, JSON.stringify(counts))
  }
}
