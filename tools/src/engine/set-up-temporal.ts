import { namespaceOf, practiceNamespacesOf, type Administration } from '@brobygger/domain/codes'
import type { Connection } from '@temporalio/client'
import { poll } from '../poll.js'
import type { Say } from '../progress.js'
import { withTemporal, type Place } from './connect.js'
import { ensureNamespaces } from './namespaces.js'
import { ensureNexusEndpoints } from './nexus-endpoints.js'
import { ensureSearchAttributes } from './search-attributes.js'
import { canSkipTime } from './time-skipping.js'
import { isAtLeast, oldestServer } from './versions.js'

/**
 * Makes a Temporal server ready for Brobygger: namespaces, search attributes, Nexus endpoints. What is there
 * already is left as it is, so this runs on every start.
 *
 * @param args.running the administrations that run
 * @throws Error when the server is too old or does not let practice cases be played forward
 */
export async function setUpTemporal(args: {
  place: Place
  running: readonly Administration[]
  say: Say
}): Promise<void> {
  const { running } = args
  await withTemporal(args.place, async connection => {
    await requireVersion(connection, args.place.address)
    await ensureNamespaces(connection, running)
    await ensureSearchAttributes(connection, running)
    await ensureNexusEndpoints(connection, running)
    await requireTimeSkipping(connection, practiceNamespacesOf(running))
    await warnOfTimeSkipping(connection, running, args.say)
  })
}

async function requireVersion(connection: Connection, address: string): Promise<void> {
  const { serverVersion } = await connection.workflowService.getSystemInfo({})
  if (!isAtLeast(serverVersion, oldestServer)) {
    throw new Error(
      `The Temporal server at ${address} is ${serverVersion}; ${oldestServer} or newer is needed.`,
    )
  }
}

/** A new namespace takes a few seconds until it can be used; a setting that is off stays off. */
async function requireTimeSkipping(
  connection: Connection,
  practiceNamespaces: readonly string[],
): Promise<void> {
  for (const namespace of practiceNamespaces) {
    await poll({
      what:
        `Skipping time in ${namespace} (the server needs the dynamic configuration ` +
        `frontend.WorkflowTimeSkippingEnabled for the namespaces ${practiceNamespaces.join(', ')})`,
      within: 20_000,
      every: 200,
      attempt: async () => ((await canSkipTime(connection, namespace)) ? true : undefined),
    })
  }
}

async function warnOfTimeSkipping(
  connection: Connection,
  running: readonly Administration[],
  say: Say,
): Promise<void> {
  for (const administration of running) {
    const namespace = namespaceOf({ administration, practice: false })
    if (await canSkipTime(connection, namespace)) {
      say(`Note: this server would let time be skipped in ${namespace} too; use it for development only`)
    }
  }
}
