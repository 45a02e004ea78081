import type { Letters } from '../../ports/letters.js'
import type { DigitalPost } from '../digital-post/digital-post.js'
import type { Mailer } from '../email/mailer.js'
import { practiceId } from '../practice-id.js'
import type { Addresses } from './addresses.js'
import { letterToFamily, noticeToFamily, noticeToStaff } from './words.js'

/** Letters of real cases: each by the way that reaches who it is for; by hand where there is none. */
export function lettersByChannel(args: {
  addresses: Addresses
  mailer: Mailer
  digitalPost: DigitalPost
  /** Name of the municipality, as its letters say it. */
  municipality: string
}): Letters {
  const { addresses, mailer, digitalPost, municipality } = args
  return {
    send: async letter => {
      const { key, caseId, at } = letter
      const address = await addresses.of(letter)
      switch (address.by) {
        case 'email': {
          const words = address.who === 'staff' ? noticeToStaff(letter) : noticeToFamily(municipality)
          const { messageId } = await mailer.send({ key, to: address.to, ...words })
          return { letterId: messageId, status: 'accepted' }
        }
        case 'digitalPost': {
          const { subject: label, text } = letterToFamily(letter, municipality)
          const { cprNumber } = address
          const { messageId } = await digitalPost.send({ key, caseId, cprNumber, label, text, at })
          return { letterId: messageId, status: 'accepted' }
        }
        case 'hand':
          return { letterId: `hand-${practiceId(key)}`, status: 'manual' }
      }
    },
  }
}
