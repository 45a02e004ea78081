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
  /** The same on paper, for whoever is exempt; null where the municipality has no agreement with a printer. */
  readonly onPaper: { readonly pdf: Buffer; readonly type: number } | null
}

const MEMO = 'https://DigitalPost.dk/MeMo-1'
const PRINT = 'urn:oio:fjernprint:1.0.0'
const DKAL = 'urn:oio:dkal:1.0.0'
const NUMBER = 'urn:oio:adir:dagpenge:2009.07.01'

/**
 * The request to KombiPostAfsend with a message in MeMo 1.2, in the order that its schema gives. With a letter on paper
 * beside it, the service chooses by whether the recipient is exempt.
 */
export function kombiRequest(message: MemoMessage): string {
  const { messageId, label, sender, cprNumber, caseId, createdAt, text, onPaper } = message
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('kombi_request')
  root.ele('KombiValgKode').txt(onPaper === null ? 'Digital Post' : 'Automatisk Valg')
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
  if (onPaper !== null) {
    const letter = root.ele(PRINT, 'print:ForsendelseI')
    letter.ele(PRINT, 'print:AfsendelseIdentifikator').txt(messageId)
    letter.ele(PRINT, 'print:ForsendelseTypeIdentifikator').txt(String(onPaper.type))
    letter
      .ele(PRINT, 'print:ForsendelseModtager')
      .ele(DKAL, 'dkal:AfsendelseModtager')
      .ele(NUMBER, 'number:CPRnummerIdentifikator')
      .txt(cprNumber)
    letter.ele(DKAL, 'dkal:FilformatNavn').txt('PDF')
    letter.ele(DKAL, 'dkal:MeddelelseIndholdData').txt(onPaper.pdf.toString('base64'))
    letter.ele(PRINT, 'print:DokumentParametre').ele(PRINT, 'print:TitelTekst').txt(label)
  }
  return root.end()
}
