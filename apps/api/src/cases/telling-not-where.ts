import type { RecordedEvent } from '@brobygger/database'

type Body = RecordedEvent['body']

/** What would tell: where the child spends its days, where somebody has moved to, and whether they live in this municipality. */
const places = ['institution', 'municipality', 'livesHere'] as const

/** Events without those that tell where the child can be found; what a process was started with is left out of its. */
export function tellingNotWhere(events: readonly RecordedEvent[]): RecordedEvent[] {
  return events
    .map(event => ({ ...event, body: withoutInput(event.body) }))
    .filter(
      ({ body }) =>
        !places.some(place => ((body as Partial<Record<string, unknown>>)[place] ?? null) !== null),
    )
}

function withoutInput(body: Body): Body {
  if (body.type !== 'processStarted') return body
  const { input: _input, ...rest } = body
  return rest
}
