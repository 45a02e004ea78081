import { join } from 'node:path'
import { administrations } from '@brobygger/domain/codes'
import { firstCall } from './first-call.js'
import type { System } from './system.js'

/** What is printed when everything serves: where things are, the first call to try, how to stop. */
export function welcome(system: System, { secure }: { secure: boolean }): string {
  const rows: [address: string, purpose: string][] = [
    [`${system.apiUrl}/api/docs`, 'the API, described, to be tried in a browser'],
    ...system.running.flatMap((code): [string, string][] =>
      system.uiUrl === undefined
        ? []
        : [
            [
              `${system.uiUrl}/namespaces/${code}/workflows`,
              `Temporal UI: the cases of ${administrations.labels[code].en}`,
            ],
          ],
    ),
    [`${system.apiUrl}/api/login`, 'log in, as anybody of the made-up staff'],
    [system.simulatorsUrl, 'simulators of the registries, with faults on request'],
    [system.temporalAddress, 'Temporal server, for the temporal command'],
  ]
  const width = Math.max(...rows.map(([address]) => address.length)) + 3
  return [
    '',
    ...rows.map(([address, purpose]) => `  ${address.padEnd(width)}${purpose}`),
    '',
    'The first call to try: raise a concern about a child',
    '',
    ...firstCall(system.apiUrl, secure)
      .split('\n')
      .map(line => `  ${line}`),
    '',
    `Logs: ${join(system.dataDir, 'logs')}   Stop: Ctrl-C   Begin anew: npm start -- --fresh`,
  ].join('\n')
}
