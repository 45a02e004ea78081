import { PortError } from '../../ports/errors.js'
import { exchangeAny, type Outside } from '../outbound/exchange.js'
import { errorOfStatus } from '../outbound/error-of-status.js'
import { kombiAnswer } from './kombi-answer.js'
import { kombiRequest } from './memo.js'
import { letterOnPaper } from './letter-on-paper.js'
import { uuidOfKey } from '../outbound/uuid-of-key.js'

/** Entity id of the service, for which tokens are asked. */
export const KOMBI_ENTITY = 'http://entityid.kombit.dk/service/kombipostafsend/1'

/** A letter to a citizen's mailbox. Its number is known to this message alone, and to no log. */
export interface Post {
  /** Idempotency key: the same key never puts a second letter into the mailbox. */
  readonly key: string
  readonly caseId: string
  readonly cprNumber: string
  readonly label: string
  readonly text: string
  /** An ISO instant. */
  readonly at: string
}

/** Digital Post. What became of a letter is told later, by its message id. */
export interface DigitalPost {
  /**
   * Hands a letter over, once for each key however often it is called.
   * @throws PortError `refused` when it will not be taken; `unavailable` when there was no whole answer, and the letter
   * may or may not have been taken
   */
  send(post: Post): Promise<{ messageId: string }>
}

/** Who sends. */
interface PostSender {
  readonly cvr: string
  readonly label: string
  /** How the printer that the municipality has an agreement with knows its letters; null without one. */
  readonly printType: number | null
}

/** Digital Post over SF1601 KombiPostAfsend, with messages in MeMo; on paper to whoever is exempt, where it is printed. */
export function sf1601DigitalPost(outside: Omit<Outside, 'system'>, sender: PostSender): DigitalPost {
  const system = 'digitalPost'
  const { printType } = sender
  return {
    send: async ({ key, caseId, cprNumber, label, text, at }) => {
      const messageId = uuidOfKey(key)
      const onPaper =
        printType === null
          ? null
          : { type: printType, pdf: await letterOnPaper({ from: sender.label, title: label, text, at }) }
      const {
        status,
        headers,
        text: answered,
      } = await exchangeAny(
        { ...outside, system },
        {
          method: 'POST',
          path: 'service/KombiPostAfsend_1/kombi',
          purpose: 'letter',
          caseId,
          key,
          headers: {
            Accept: 'application/xml',
            'Content-Type': 'application/xml; charset=utf-8',
            'x-TransaktionsId': messageId,
            'x-TransaktionsTid': at,
          },
          body: kombiRequest({ messageId, label, sender, cprNumber, caseId, createdAt: at, text, onPaper }),
        },
      )
      const answer = kombiAnswer(answered)
      if (answer?.accepted === true) return { messageId }
      if (answer === undefined && status >= 200 && status < 300) {
        throw new PortError({ system, code: 'unavailable', reason: 'malformed' })
      }
      if (answer === undefined) throw errorOfStatus({ system, status, headers })
      throw new PortError({ system, code: 'refused', reason: 'not-taken' })
    },
  }
}
