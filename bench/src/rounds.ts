import type { Api } from './api.js'
import type { BareWorkflows } from './bare/bare-workflows.js'
import { BenchCase } from './bench-case.js'

/** Milliseconds of each kind of action, in the order they were measured. */
export interface Samples {
  readonly caseStart: number[]
  readonly bareStart: number[]
  readonly bareStartAndUpdate: number[]
  readonly completion: number[]
  readonly bareUpdate: number[]
}

const WARM_UP = 5

/** Measures round by round, everything in each round and in changing order, so that all see the same machine. */
export async function measureRounds(args: {
  api: Api
  bare: BareWorkflows
  rounds: number
  onRound: (done: number, total: number) => void
}): Promise<Samples> {
  const { api, bare, rounds, onRound } = args
  const total = rounds + WARM_UP
  const samples = empty()
  for (let round = 0; round < total; round += 1) {
    const measured = await measureRound({ api, bare, round })
    if (round >= WARM_UP) for (const kind of kinds) samples[kind].push(...measured[kind])
    onRound(round + 1, total)
  }
  return samples
}

async function measureRound({
  api,
  bare,
  round,
}: {
  api: Api
  bare: BareWorkflows
  round: number
}): Promise<Samples> {
  const samples = empty()
  let played: BenchCase | undefined
  const starts = [
    async () => {
      played = await timed(samples.caseStart, () => BenchCase.raise(api))
    },
    () => timed(samples.bareStart, () => bare.start()),
    () => timed(samples.bareStartAndUpdate, () => bare.startAndTouch()),
  ]
  for (const start of rotated(starts, round)) await start()
  if (played === undefined) return samples

  const workflow = await bare.start()
  await bare.touch(workflow)
  for (const { kind, form } of answers(played)) {
    const complete = await played.answering(kind, form)
    const pair = [
      () => timed(samples.completion, complete),
      () => timed(samples.bareUpdate, () => bare.touch(workflow)),
    ]
    for (const one of rotated(pair, round)) await one()
  }
  return samples
}

/** Three answers of the shortest course; each leaves the case open. */
const answers = (played: BenchCase) => [
  { kind: 'triage', form: { outcome: 'adviceEnough', why: 'Personalet kan selv, med råd.' } },
  { kind: 'reply', form: { reply: 'Tak. Vi taler om det i dag.' } },
  {
    kind: 'advice',
    form: {
      heldOn: played.date(0),
      reviewOn: played.date(30),
      dutyCheck: { answer: 'no', why: 'Intet tegn på fare.' },
    },
  },
]

const empty = (): Samples => ({
  caseStart: [],
  bareStart: [],
  bareStartAndUpdate: [],
  completion: [],
  bareUpdate: [],
})
const kinds = Object.keys(empty()) as (keyof Samples)[]

async function timed<T>(samples: number[], action: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await action()
  samples.push(performance.now() - began)
  return result
}

/** The same things, beginning with another one. */
function rotated<T>(things: readonly T[], by: number): T[] {
  const first = by % things.length
  return [...things.slice(first), ...things.slice(0, first)]
}
