import { cpus } from 'node:os'
import type { ChainCost, Cost } from './cost.js'
import type { Samples } from './rounds.js'
import { type Spread, spreadOf } from './spread.js'
import type { Statements } from './statements.js'

/** Everything that was measured, as `--json` prints it. Times are in milliseconds. */
export interface Report {
  readonly machine: { readonly cpus: number; readonly node: string }
  readonly rounds: number
  readonly times: Readonly<Record<keyof Samples, Spread>>
  readonly ratios: {
    /** Median of a case start to that of a bare start that was answered by a worker. */
    readonly caseStartToStartAndUpdate: number
    /** Median of a case start to that of a bare start that only the server has seen. */
    readonly caseStartToStart: number
    readonly completionToUpdate: number
  }
  readonly cost: Cost
}

export function makeReport({
  samples,
  rounds,
  cost,
}: {
  samples: Samples
  rounds: number
  cost: Cost
}): Report {
  const times = {
    caseStart: spreadOf(samples.caseStart),
    bareStart: spreadOf(samples.bareStart),
    bareStartAndUpdate: spreadOf(samples.bareStartAndUpdate),
    completion: spreadOf(samples.completion),
    bareUpdate: spreadOf(samples.bareUpdate),
  }
  return {
    machine: { cpus: cpus().length, node: process.version },
    rounds,
    times,
    ratios: {
      caseStartToStartAndUpdate: times.caseStart.median / times.bareStartAndUpdate.median,
      caseStartToStart: times.caseStart.median / times.bareStart.median,
      completionToUpdate: times.completion.median / times.bareUpdate.median,
    },
    cost,
  }
}

/** The report as a table. */
export function printed({ machine, rounds, times, ratios, cost }: Report): string {
  return [
    `${rounds} interleaved rounds, ${machine.cpus} CPUs, Node ${machine.node}; our codec is on for cases, none for bare workflows`,
    '',
    row('', 'median', 'p95', 'n'),
    time('case start over the API', times.caseStart),
    time('bare start answered by its worker', times.bareStartAndUpdate),
    time('bare start, server only', times.bareStart),
    time('task completion over the API', times.completion),
    time('bare update', times.bareUpdate),
    '',
    row('ratio of medians', '', '', ''),
    row('  case start to answered bare start', ratios.caseStartToStartAndUpdate.toFixed(2)),
    row('  case start to bare start, server only', ratios.caseStartToStart.toFixed(2)),
    row('  task completion to bare update', ratios.completionToUpdate.toFixed(2)),
    '',
    row('database statements', 'API', 'workers'),
    statementsOf('  case start', cost.statements.caseStart),
    statementsOf('  task completion (triage)', cost.statements.completion),
    statementsOf('  reading a case', cost.statements.readingCase),
    statementsOf('  two seconds of nothing', cost.statements.idle),
    statementsOf('  whole chain, reads included', cost.chain.statements),
    '',
    row('one whole chain, three processes', 'at once', 'played forward'),
    ...chains(cost.chain, cost.playedForward),
  ].join('\n')
}

function chains(atOnce: ChainCost, forward: ChainCost): string[] {
  const line = (title: string, value: (chain: ChainCost) => string) =>
    row(title, value(atOnce), value(forward))
  return [
    line('  history events', ({ historyEvents }) => String(historyEvents)),
    ...atOnce.processes.map(({ id, events }, i) =>
      row(`    ${id}`, String(events), String(forward.processes[i]?.events ?? '')),
    ),
    line('  history', ({ historyBytes }) => kilobytes(historyBytes)),
    line('  lines of the event log', ({ loggedEvents }) => String(loggedEvents)),
    line('  rows', ({ rows }) => String(rows)),
    line('  rows, without indexes', ({ rowBytes }) => kilobytes(rowBytes)),
    line('  WAL of PostgreSQL', ({ walBytes }) => kilobytes(walBytes)),
    line('  took', ({ milliseconds }) => `${(milliseconds / 1000).toFixed(1)} s`),
  ]
}

function time(title: string, { median, p95, count }: Spread): string {
  return row(title, `${median.toFixed(1)} ms`, `${p95.toFixed(1)} ms`, String(count))
}

const statementsOf = (title: string, { api, workers }: Statements): string =>
  row(title, String(api), String(workers))

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const row = (title: string, ...cells: string[]): string =>
  [title.padEnd(42), ...cells.map(cell => cell.padStart(15))].join('').trimEnd()
