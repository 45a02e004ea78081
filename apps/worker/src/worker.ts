import type { AccessLog } from '@brobygger/access-log'
import { dataConverter, type KeyRing } from '@brobygger/codec'
import {
  digests,
  Eraser,
  mayCall,
  noteFailure,
  noteSuccess,
  unaskedSystems,
  type Db,
} from '@brobygger/database'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import type { Vault } from '@brobygger/vault'
import { WorkflowClient } from '@temporalio/client'
import { activityInfo } from '@temporalio/activity'
import { type NativeConnection, Worker } from '@temporalio/worker'
import type { ServiceHandler } from 'nexus-rpc'
import { adapters, Breakers, outsideWorld, type OutsideConfig } from './adapters/index.js'
import { caseIndexActivities } from './activities/case-index.js'
import { digestActivities } from './activities/digest.js'
import { erasureActivities } from './activities/erasure.js'
import { heldActivities } from './activities/held.js'
import { keyActivities } from './activities/keys.js'
import { outwardActivities } from './activities/outward.js'
import { personActivities } from './activities/persons.js'
import { processActivities } from './activities/processes.js'
import { registryActivities } from './activities/registry.js'
import { retentionActivities } from './activities/retention.js'
import { roundsActivities } from './activities/rounds.js'
import { schoolAbsenceActivities } from './activities/school-absence.js'
import { shortActivities } from './activities/short.js'
import { visitActivities } from './activities/visits.js'
import { caseHandler, caseHandlerV2 } from './nexus/case.js'
import { familyGroupHandler, familyGroupHandlerV2 } from './nexus/family-group.js'
import { familyHouseHandler } from './nexus/family-house.js'

/** What the workers of one administration share. */
export interface WorkerParts {
  readonly administration: Administration
  readonly connection: NativeConnection
  readonly ring: KeyRing
  readonly db: Db
  readonly vault: Vault
  readonly accessLog: AccessLog
  /** The same database, as the one who may erase. */
  readonly eraserDb: Db
  readonly municipality: Municipality
  /** Where the systems are that real cases reach out to. */
  readonly outside: OutsideConfig
  /** Which of them are left alone for a while. */
  readonly breakers: Breakers
  readonly bundle: { code: string }
}

/** Workflows kept in memory, about 600 a gigabyte; the others are replayed when something happens to them. */
const CACHED = 600

/** What each administration answers to over the contracts. */
const services: Readonly<Record<Administration, ServiceHandler[]>> = {
  'children-and-youth': [caseHandler, caseHandlerV2],
  'social-services': [familyGroupHandler, familyGroupHandlerV2, familyHouseHandler],
  health: [],
  employment: [],
}

/** The worker of one namespace: real cases with adapters that reach out, practice cases with ones that cannot. */
export async function createWorker(parts: WorkerParts, practice: boolean): Promise<Worker> {
  const { administration, connection, ring, db, vault, accessLog, municipality, outside, bundle } = parts
  const eraser = new Eraser(parts.eraserDb)
  const namespace = namespaceOf({ administration, practice })
  const converter = dataConverter({ ring, administration })
  const client = new WorkflowClient({ connection, namespace, dataConverter: converter })
  const ports = adapters(
    practice
      ? {
          practice,
          administration,
          systems: municipality.systems,
          caseIndex: municipality.caseIndex,
          vault,
          institutions: municipality.institutions,
          municipalityCode: outside.MUNICIPALITY_CODE,
        }
      : {
          practice,
          administration,
          systems: municipality.systems,
          caseIndex: municipality.caseIndex,
          vault,
          outside: await outsideWorld(outside, municipality),
          breakers: parts.breakers,
        },
  )
  const processes = processActivities({ client, taskQueue: namespace })
  return Worker.create({
    connection,
    namespace,
    taskQueue: namespace,
    workflowBundle: bundle,
    dataConverter: converter,
    activities: {
      ...shortActivities({ db, municipality }),
      ...outwardActivities(ports),
      ...keyActivities({ vault, accessLog, administration, practice }),
      ...personActivities({
        ...{ administration, practice, db, vault, accessLog },
        register: ports.personRegister,
        municipality: outside.MUNICIPALITY_CODE,
      }),
      ...processes,
      ...heldActivities({ db, administration }),
      ...visitActivities({ db, municipality }),
      ...erasureActivities({ administration, connection, db, eraser, ports, vault }),
      ...retentionActivities({
        db,
        administration,
        practice,
        municipality,
        startProcess: processes.startProcess,
      }),
      ...caseIndexActivities({ administration, practice, municipality, ports, vault }),
      ...registryActivities({ administration, accessLog, client, db, events: ports.personEvents, vault }),
      ...schoolAbsenceActivities({
        administration,
        calendar: municipality,
        client,
        db,
        absence: ports.schoolAbsence,
        vault,
      }),
      ...roundsActivities({ municipality, startProcess: processes.startProcess }),
      ...digestActivities({
        administration,
        municipality,
        letters: ports.letters,
        digests: dueBefore => digests(db, { dueBefore }),
      }),
    },
    nexusServices: services[administration],
    maxCachedWorkflows: CACHED,
    shutdownGraceTime: '5s',
  })
}

/** What all workers know together of the systems outside. */
export const breakersIn = (db: Db): Breakers =>
  new Breakers(
    {
      mayCall: system => mayCall(db, system),
      noteFailure: failure => noteFailure(db, failure),
      noteSuccess: system => noteSuccess(db, system),
      unasked: () => unaskedSystems(db),
    },
    // Inside a workflow task somebody waits.
    () => activityInfo().isLocal,
  )
