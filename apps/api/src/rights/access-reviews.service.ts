import { LogReader } from '@brobygger/access-log'
import { accessReviewParts, type AccessReviewPart } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { AccessReviewInput } from '@brobygger/domain/messages'
import type { Municipality } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { accessReviewProcess, processIdIn, stageOf } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import { OperationWords } from '../access-log/operation-words.js'
import { toldAccess } from '../access-log/told-access.js'
import type { CasePlace } from '../access/case-access.js'
import { View } from '../access/view.js'
import { caseIdOf } from '../command/command-id.js'
import type { Plan } from '../command/commands.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type { AccessReviewDetail } from './access-review-shapes.js'
import { reviewersOf } from './reviewers.js'

/** Most looks that a review shows: more than anybody makes in half an hour. */
const MOST_LOOKS = 200

/** An urgent access as it is being taken, in one administration. */
interface Taken {
  readonly place: CasePlace
  readonly administration: Administration
  readonly plan: Plan
  readonly caller: Person
  readonly until: string
  /** The reason, in the vault. */
  readonly text: string
  /** Now, on the case's clock. */
  readonly at: string
}

/** Opens the reviews of urgent accesses, and shows them to whoever reviews. */
@Injectable()
export class AccessReviewsService {
  constructor(
    private readonly storage: Storage,
    private readonly processes: OpenProcess,
    private readonly log: LogReader,
    private readonly words: OperationWords,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  /** Opens the review, once for each command: a repeat joins the first. */
  async open({ place, administration, plan, caller, until, text, at }: Taken): Promise<void> {
    const { caseId, practice, file, processes } = place
    const opened = processes.filter(process => process.administration === administration)
    const unit = file.parts.find(({ process }) => process === opened[0]?.id)?.unit ?? 'early-help'
    const code = caseIdOf(plan.id)
    const taker = caller.id
    const input: AccessReviewInput = {
      caseId: code,
      practice: practice ? { startsAt: at } : null,
      case: caseId,
      taker,
      takenAt: plan.at,
      until,
      text,
      unit,
      ...reviewersOf({ municipality: this.municipality, administration, unit, taker, on: localDate(at) }),
    }
    await this.processes.open({
      process: processIdIn({ kind: 'accessReview', caseId: code, administration }),
      input,
      command: plan.id,
      again: false,
      summary: { staticSummary: accessReviewProcess.title.da },
    })
  }

  /** A review: who looked into which case, why, and at what. Each administration's people see their own part. */
  async one(caller: Person, code: string): Promise<AccessReviewDetail> {
    const view = View.of(caller)
    const parts = await accessReviewParts(this.storage.db, { code })
    const [first] = parts
    if (first === undefined) throw new Problem('case-unknown')
    const known = parts.filter(({ process }) => view.knows(process))
    const own = known.filter(({ process }) => view.sees(process, 'texts'))
    const { practice, person, takenAt, until } = first
    return {
      code,
      practice,
      person,
      takenAt,
      until,
      done: parts.every(({ done }) => done),
      parts: await Promise.all(
        known.map(async part => shown(part, own.includes(part) ? await this.looks(part) : null)),
      ),
      texts: await openTexts(
        this.storage,
        own.flatMap(({ textRef, reviewTextRef, breachTextRef }) => [textRef, reviewTextRef, breachTextRef]),
        view.reading,
      ),
    }
  }

  /** What whoever took the access did with the case meanwhile, by the access log; oldest first. */
  private async looks({ ofCase, person, takenAt: from, until: to, administration }: AccessReviewPart) {
    const lines = await this.log.list({ case: ofCase, person, from, to }, { limit: MOST_LOOKS })
    return lines
      .filter(line => line.administration === null || line.administration === administration)
      .reverse()
      .map(line => ({ ...toldAccess(line, this.words), outcome: line.outcome }))
  }
}

/** One administration's part; the case, and what was looked at, only to its own people. */
function shown(
  part: AccessReviewPart,
  looks: AccessReviewDetail['parts'][number]['looks'],
): AccessReviewDetail['parts'][number] {
  const { ofCase, textRef, reviewTextRef, breachTextRef, step } = part
  const { administration, process, done, justified, reviewedAt, reviewedBy } = part
  const { breach, reportedOn, toldOn, assessedAt, assessedBy } = part
  const own = looks !== null
  return {
    administration,
    process,
    stage: step === null ? null : stageOf({ process: accessReviewProcess, step }),
    done,
    caseId: own ? ofCase : null,
    textRef: own ? textRef : null,
    looks,
    justified,
    reviewedAt,
    reviewedBy,
    reviewTextRef: own ? reviewTextRef : null,
    breach,
    reportedOn,
    toldOn,
    assessedAt,
    assessedBy,
    breachTextRef: own ? breachTextRef : null,
  }
}
