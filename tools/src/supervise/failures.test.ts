import { describe, expect, it } from '@jest/globals'
import { isJsonFailure, isPlainFailure, isPostgresFailure, isTemporalFailure } from './failures.js'

describe('failures', () => {
  it.each([
    ['{"level":50,"msg":"x"}', 'stdout', true],
    ['{"level":60,"msg":"x"}', 'stdout', true],
    ['{"level":30,"msg":"error"}', 'stdout', false],
    ['{"level":"error","msg":"x"}', 'stdout', true],
    ['Error: out of memory', 'stderr', true],
    ['listening', 'stdout', false],
    ['(node:12) ExperimentalWarning', 'stderr', false],
    ['[INFO] asset workflow-bundle.js', 'stderr', false],
  ] as const)('of a Node part: %s on %s is %s', (line, output, expected) => {
    expect(isJsonFailure(line, output)).toBe(expected)
  })

  it.each([
    ['2027-01-01 UTC [7] FATAL:  data directory is damaged', true],
    ['2027-01-01 UTC [7] ERROR:  duplicate key value', false],
    ['2027-01-01 UTC [7] FATAL:  the database system is starting up', false],
  ])('of PostgreSQL: %s is %s', (line, expected) => {
    expect(isPostgresFailure(line)).toBe(expected)
  })

  it.each([
    ['{"level":"fatal","msg":"x"}', true],
    ['panic: runtime error', true],
    ['{"level":"error","msg":"Not enough hosts to serve the request"}', false],
  ])('of Temporal: %s is %s', (line, expected) => {
    expect(isTemporalFailure(line)).toBe(expected)
  })

  it('of a program that logs plain text: only what ends it', () => {
    expect(isPlainFailure('Loading config')).toBe(false)
    expect(isPlainFailure('FATAL cannot listen')).toBe(true)
  })
})
