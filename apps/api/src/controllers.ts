import type { Type } from '@nestjs/common'
import { BasesController } from './bases/bases.controller.js'
import { RestrictionsController } from './access/restrictions.controller.js'
import { LogReadersController } from './access-log/log-readers.controller.js'
import { BulkHandOversController } from './bulk-hand-over/bulk-hand-overs.controller.js'
import { StaffController } from './bulk-hand-over/staff.controller.js'
import { CallbacksController } from './callbacks/callbacks.controller.js'
import { CasesController } from './cases/cases.controller.js'
import { VerbsController } from './cases/verbs.controller.js'
import { CodecController } from './codec/codec.controller.js'
import { ConcernsController } from './concerns/concerns.controller.js'
import { ConsentRequestsController } from './consents/consent-requests.controller.js'
import { ConsentsController } from './consents/consents.controller.js'
import { DeadlinesController } from './deadlines/deadlines.controller.js'
import { EntriesController } from './entries/entries.controller.js'
import { CoursesController } from './family-house/courses.controller.js'
import { GroupsController } from './family-house/groups.controller.js'
import { HandoversController } from './handovers/handovers.controller.js'
import { NumberController } from './identity/number.controller.js'
import { HintsController } from './hints/hints.controller.js'
import { LoginController } from './login/login.controller.js'
import { DocumentController } from './openapi/document.controller.js'
import { HealthController } from './operations/health.controller.js'
import { OperationsController } from './operations/operations.controller.js'
import { PracticeController } from './practice/practice.controller.js'
import { ProcessVerbsController } from './processes/process-verbs.controller.js'
import { ProcessesController } from './processes/processes.controller.js'
import { ProblemsController } from './reference/problems.controller.js'
import { ReferenceController } from './reference/reference.controller.js'
import { AccessRequestsController } from './rights/access-requests.controller.js'
import { AccessReviewsController } from './rights/access-reviews.controller.js'
import { ErasuresController } from './rights/erasures.controller.js'
import { TasksController } from './tasks/tasks.controller.js'
import { RoundsController } from './visits/rounds.controller.js'

/** Everything the API answers to, in the order the documentation has it. */
export const controllers: Type[] = [
  ConcernsController,
  CasesController,
  VerbsController,
  ProcessesController,
  ProcessVerbsController,
  RestrictionsController,
  EntriesController,
  TasksController,
  ConsentsController,
  ConsentRequestsController,
  BasesController,
  HintsController,
  NumberController,
  HandoversController,
  CoursesController,
  GroupsController,
  StaffController,
  BulkHandOversController,
  RoundsController,
  AccessRequestsController,
  ErasuresController,
  AccessReviewsController,
  DeadlinesController,
  LogReadersController,
  ReferenceController,
  PracticeController,
  OperationsController,
  CallbacksController,
  LoginController,
  CodecController,
  ProblemsController,
  HealthController,
  DocumentController,
]

/** What every address begins with. */
export const PREFIX = 'api'
