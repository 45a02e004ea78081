import { namespaceOf } from '@brobygger/domain/codes'
import { WorkflowNotFoundError, type Client } from '@temporalio/client'
import { administrationOf } from '@brobygger/domain/processes'

/** A process, and whether it is one of a practice case: together they say in which namespace it runs. */
export interface ProcessPlace {
  readonly process: string
  readonly practice: boolean
}

/** The client of each namespace. */
export class Clients {
  private readonly byNamespace: ReadonlyMap<string, Client>

  constructor(readonly all: readonly Client[]) {
    this.byNamespace = new Map(all.map(client => [client.options.namespace, client]))
  }

  /**
   * The client of the namespace where a process runs.
   * @throws WorkflowNotFoundError for a process of an administration that does not run
   */
  of({ process, practice }: ProcessPlace): Client {
    const namespace = namespaceOf({ administration: administrationOf(process), practice })
    const client = this.byNamespace.get(namespace)
    if (client === undefined) throw new WorkflowNotFoundError(`${namespace} does not run`, process, undefined)
    return client
  }

  /** A handle of the process's latest run. */
  handle(place: ProcessPlace) {
    return this.of(place).workflow.getHandle(place.process)
  }
}
