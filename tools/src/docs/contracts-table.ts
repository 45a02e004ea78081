import { administrations, offerBases } from '@brobygger/domain/codes'
import { services, type AnyAgreed } from '@brobygger/domain/contracts'
import { processes } from '@brobygger/domain/processes'
import { z } from 'zod'
import { code, markdownTable } from './markdown-table.js'

const head = [
  'operation',
  'hvad',
  'what',
  'from',
  'to',
  'called by',
  'on the basis of',
  'may cross',
  'answer at once',
  'starts',
  'a person answers by',
]

/** Every operation of every contract, by service, as `libs/domain/src/contracts/services.ts` has it. */
export function contractsTable(): string {
  return Object.entries<Record<string, AnyAgreed>>(services)
    .map(([name, operations]) => [
      `### \`${name}\``,
      markdownTable(head, Object.entries(operations).map(row)),
    ])
    .flat()
    .join('\n\n')
}

function row([name, agreed]: [string, AnyAgreed]): string[] {
  return [
    code(name),
    agreed.says.da,
    agreed.says.en,
    administrations.labels[agreed.from].en,
    administrations.labels[agreed.to].en,
    agreed.speaks === 'case' ? 'the case' : 'the process that the offer became',
    agreed.bases.map(basis => offerBases.labels[basis].en.toLowerCase()).join(', '),
    fields(agreed.request),
    fields(agreed.answer),
    agreed.starts === null ? '' : processes[agreed.starts].title.en,
    agreed.answeredBy === null ? '' : code(agreed.answeredBy),
  ]
}

const named = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })

/** The fields of a message; a question mark after those that may be left out. */
function fields(schema: z.ZodType): string {
  const { properties, required } = named.parse(z.toJSONSchema(schema))
  return Object.keys(properties)
    .map(field => code(required.includes(field) ? field : `${field}?`))
    .join(', ')
}
