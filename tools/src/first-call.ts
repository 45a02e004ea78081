import type { concernForm } from '@brobygger/domain/messages'
import type { z } from 'zod'

/** An employee of a day-care centre in the demo municipality. */
export const firstPerson = 'r-101001'

/** A made-up concern, as the form wants it: no name, no number. */
export const firstConcern: z.input<typeof concernForm> = {
  raiserRole: 'educator',
  institution: '101001',
  ageBand: '3-5',
  mainCategory: 'structure',
  severity: 'less',
  seen: 'Barnet kommer ofte efter klokken ti og er træt.',
  parentsInformed: 'one',
}

/** The first call to try, ready to be pasted into a shell. */
export function firstCall(apiUrl: string, secure = false): string {
  const who = secure
    ? `-H "Authorization: Bearer $(npm run -s token -- ${firstPerson})"`
    : `-H 'X-Brobygger-Person: ${firstPerson}'`
  return [
    `curl -s -X POST ${apiUrl}/api/concerns \\`,
    `  -H 'content-type: application/json' ${who} \\`,
    `  -H "Idempotency-Key: $(date +%s)" \\`,
    `  -d '${JSON.stringify(firstConcern)}'`,
  ].join('\n')
}
