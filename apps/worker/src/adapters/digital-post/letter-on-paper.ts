import { dateWithYear, localDate } from '@brobygger/domain/policy'
import PDFDocument from 'pdfkit'

/** A letter as it is printed. */
interface PaperLetter {
  /** Who sends it: what stands at its head, where it comes back to. */
  readonly from: string
  readonly title: string
  /** Plain text. */
  readonly text: string
  /** An ISO instant. */
  readonly at: string
}

/** Room for the window of the envelope, which the printer fills with the address. In points. */
const WINDOW = 190

/** The letter as a PDF, tagged for whoever has it read aloud; the same letter gives the same bytes. */
export async function letterOnPaper({ from, title, text, at }: PaperLetter): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    lang: 'da',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    info: { Title: title, Author: from, CreationDate: new Date(at) },
  })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => {
    document.once('end', resolve).once('error', reject)
  })
  const add = (tag: 'H1' | 'P', write: () => void) => {
    document.addStructure(document.struct(tag, {}, write))
  }
  add('P', () => {
    document.font('Helvetica').fontSize(11).text(from, { align: 'right' })
  })
  add('P', () => {
    document.text(dateWithYear(localDate(at), 'da'), 72, WINDOW)
  })
  add('H1', () => {
    document.moveDown().font('Helvetica-Bold').text(title)
  })
  add('P', () => {
    document.moveDown().font('Helvetica').text(text)
  })
  document.end()
  await ended
  return Buffer.concat(parts)
}
