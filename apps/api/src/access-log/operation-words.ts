import { fileActions, isFileAction, officeActions } from '@brobygger/access'
import { ownLines, type Label } from '@brobygger/domain/codes'
import { Inject, Injectable } from '@nestjs/common'
import type { DocumentedRoute } from '../openapi/read-routes.js'
import { ROUTES } from '../tokens.js'

/** What a line of the log says was done: an operation, in the words of the rules of access, or what has its own line. */
@Injectable()
export class OperationWords {
  private readonly byId: ReadonlyMap<string, Label>

  constructor(@Inject(ROUTES) routes: readonly Pick<DocumentedRoute, 'facts' | 'action'>[]) {
    this.byId = new Map<string, Label>([
      ...Object.entries(ownLines.labels),
      ...routes.flatMap(({ facts, action }) =>
        facts === undefined || action === undefined
          ? []
          : [
              [
                facts.id,
                isFileAction(action) ? fileActions.labels[action] : officeActions.labels[action],
              ] as const,
            ],
      ),
    ])
  }

  /** The code itself where a line is older than the operations of today. */
  of(operation: string): Label {
    return this.byId.get(operation) ?? { da: operation, en: operation }
  }
}
