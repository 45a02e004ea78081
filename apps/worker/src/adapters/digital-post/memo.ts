import { create } from 'xmlbuilder2'

/** A message to a citizen, as far as MeMo needs to know. */
export interface MemoMessage {
  readonly messageId: string
  /** What the mailbox shows before the letter is opened: nothing of the case. */
  readonly label: string
  readonly sender: { readonly cvr: string; readonly label: string }
  readonly cprNumber: string
  readonly caseId: string
  /** An ISO instant. */
  readonly createdAt: string
  /** Plain text. */
  readonly text: string
}

const MEMO = 'https://DigitalPost.dk/MeMo-1'

/** The request to KombiPostAfsend with a message in MeMo 1.2, in the order that its schema gives. */
export function kombiRequest(message: MemoMessage): string {
  const { messageId, label, sender, cprNumber, caseId, createdAt, text } = message
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('kombi_request')
  root.ele('KombiValgKode').txt('Digital Post')
  // The receiver wants the prefix on every element.
  const memo = root.ele(MEMO, 'memo:Message', { memoVersion: '1.2' })
  memo.ele({
    'memo:MessageHeader': {
      'memo:messageType': 'DIGITALPOST',
      'memo:messageUUID': messageId,
      'memo:label': label,
      'memo:mandatory': false,
      'memo:legalNotification': false,
      'memo:Sender': { 'memo:senderID': sender.cvr, 'memo:idType': 'CVR', 'memo:label': sender.label },
      'memo:Recipient': { 'memo:recipientID': cprNumber, 'memo:idType': 'CPR' },
      'memo:ContentData': { 'memo:CaseID': { 'memo:caseID': caseId, 'memo:caseSystem': 'Brobygger' } },
    },
    'memo:MessageBody': {
      'memo:createdDateTime': createdAt,
      'memo:MainDocument': {
        'memo:File': {
          'memo:encodingFormat': 'text/plain',
          'memo:filename': 'Brev.txt',
          'memo:language': 'da',
          'memo:content': Buffer.from(text, 'utf8').toString('base64'),
        },
      },
    },
  })
  return root.end()
}
