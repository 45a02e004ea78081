import type { KeyRing } from '@brobygger/codec'
import type { ConfigWith } from '@brobygger/config'
import type { Municipality } from '@brobygger/domain/organisation'
import type { Logger, Registry } from '@brobygger/telemetry'
import { Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core'
import { AccessLogInterceptor } from './access-log/access-log.interceptor.js'
import { AccessLogModule } from './access-log/access-log.module.js'
import { LogReadersService } from './access-log/log-readers.service.js'
import { OperationWords } from './access-log/operation-words.js'
import { OperationGuard } from './access-log/operation.guard.js'
import { BasesService } from './bases/bases.service.js'
import { BulkHandOverService } from './bulk-hand-over/bulk-hand-over.service.js'
import { WorkService } from './bulk-hand-over/work.service.js'
import { AccessGuard } from './access/access.guard.js'
import { CaseAccess } from './access/case-access.js'
import { ServerClock } from './access/clock.js'
import { EntryReaders } from './access/entry-readers.js'
import { Facts } from './access/facts.js'
import { RestrictionsService } from './access/restrictions.service.js'
import { LetterInbox } from './callbacks/letter-inbox.js'
import { CasesService } from './cases/cases.service.js'
import { ReopenService } from './cases/reopen.service.js'
import { VerbsService } from './cases/verbs.service.js'
import { CaseCommands } from './command/case-commands.js'
import { Commands } from './command/commands.js'
import { ConcernsService } from './concerns/concerns.service.js'
import { ConsentsService } from './consents/consents.service.js'
import { controllers, PREFIX } from './controllers.js'
import { DeadlinesService } from './deadlines/deadlines.service.js'
import { EntriesService } from './entries/entries.service.js'
import { EntryLog } from './entries/entry-log.js'
import { CoursesService } from './family-house/courses.service.js'
import { CurveCodes } from './family-house/curve-codes.service.js'
import { GroupsService } from './family-house/groups.service.js'
import { HandoversService } from './handovers/handovers.service.js'
import { Identity } from './identity/identity.service.js'
import { HintsService } from './hints/hints.service.js'
import { LoginService } from './login/login.service.js'
import { OpenIdProvider } from './login/open-id-provider.js'
import { Sessions } from './login/sessions.service.js'
import { TokenCheck } from './login/token-check.js'
import { ProblemFilter } from './http/problem-filter.js'
import { ReplyInterceptor } from './http/reply.js'
import { ValidationPipe } from './http/validation-pipe.js'
import { makeDocument } from './openapi/make-document.js'
import { readRoutes } from './openapi/read-routes.js'
import { HealthService } from './operations/health.service.js'
import { SystemsService } from './operations/systems.service.js'
import { StuckService } from './operations/stuck.service.js'
import { PersonGuard } from './person/person.guard.js'
import { RateGuard } from './person/rate.guard.js'
import { Staff } from './person/staff.js'
import { CaseTime } from './practice/case-time.js'
import { FastForwardService } from './practice/fast-forward.service.js'
import { ProcessesService } from './processes/processes.service.js'
import { AccessRequestsService } from './rights/access-requests.service.js'
import { AccessReviewsService } from './rights/access-reviews.service.js'
import { ErasuresService } from './rights/erasures.service.js'
import { StorageModule } from './storage/storage.module.js'
import { TaskKind } from './tasks/task-kind.js'
import { TasksService } from './tasks/tasks.service.js'
import { RoundsService } from './visits/rounds.service.js'
import { TemporalModule } from './temporal/temporal.module.js'
import { CONFIG, DOCUMENT, KEYS, LOGGER, METRICS, MUNICIPALITY, ROUTES } from './tokens.js'

/** What the API is given from outside. */
export interface Surroundings {
  readonly config: ConfigWith<'DATABASE_URL' | 'VAULT_DATABASE_URLS' | 'KEYS_DATABASE_URLS'>
  readonly log: Logger
  readonly registry: Registry
  readonly keys: KeyRing
  readonly municipality: Municipality
}

/** Makes what comes from outside known to every module. */
@Module({})
class SurroundingsModule {
  static of({ config, log, registry, keys, municipality }: Surroundings): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: METRICS, useValue: registry },
      { provide: KEYS, useValue: keys },
      { provide: MUNICIPALITY, useValue: municipality },
    ]
    return { module: SurroundingsModule, global: true, providers, exports: providers }
  }
}

/** The API. */
@Module({})
export class AppModule {
  static of(surroundings: Surroundings): DynamicModule {
    const routes = readRoutes(controllers, PREFIX)
    return {
      module: AppModule,
      imports: [SurroundingsModule.of(surroundings), AccessLogModule, StorageModule, TemporalModule],
      controllers,
      providers: [
        { provide: ROUTES, useValue: routes },
        { provide: DOCUMENT, useValue: makeDocument(routes) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        // In their order: what comes first is outermost.
        { provide: APP_GUARD, useClass: OperationGuard },
        { provide: APP_GUARD, useClass: PersonGuard },
        { provide: APP_GUARD, useClass: RateGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
        Staff,
        AccessRequestsService,
        AccessReviewsService,
        BasesService,
        ErasuresService,
        BulkHandOverService,
        CaseAccess,
        CaseCommands,
        CasesService,
        CaseTime,
        Commands,
        ConcernsService,
        ConsentsService,
        CoursesService,
        CurveCodes,
        DeadlinesService,
        EntriesService,
        EntryReaders,
        Facts,
        EntryLog,
        FastForwardService,
        GroupsService,
        HandoversService,
        HealthService,
        LetterInbox,
        LogReadersService,
        HintsService,
        Identity,
        LoginService,
        OpenIdProvider,
        OperationWords,
        ProcessesService,
        ReopenService,
        RestrictionsService,
        RoundsService,
        Sessions,
        ServerClock,
        StuckService,
        SystemsService,
        TaskKind,
        TasksService,
        TokenCheck,
        VerbsService,
        WorkService,
      ],
    }
  }
}
