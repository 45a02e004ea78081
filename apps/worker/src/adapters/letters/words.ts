import { letterKinds } from '@brobygger/domain/letters'
import type { Letter } from '../../ports/letters.js'

interface Words {
  readonly subject: string
  readonly text: string
}

/** To staff, by e-mail: that there is something, and in which case; what it is stands behind the login. */
export function noticeToStaff({ caseId, number }: Pick<Letter, 'caseId' | 'number'>): Words {
  const about =
    number === undefined ? (caseId === 'all' ? '' : `\nSag: ${caseId}`) : `\nAntal sager: ${number}`
  return {
    subject: 'Der er nyt til dig i Brobygger',
    text: `Der er nyt til dig i Brobygger.${about}\n\nLog ind for at se, hvad det er. Denne besked kan ikke besvares.\n`,
  }
}

/** To a family, by e-mail: that the municipality would like to speak with them, and nothing of why. */
export function noticeToFamily(municipality: string): Words {
  return {
    subject: `Besked fra ${municipality}`,
    text: `Du har bedt om at få besked her. Kontakt den medarbejder, du har talt med i ${municipality}.\n\nDenne besked kan ikke besvares.\n`,
  }
}

/** To an identified person's own mailbox, which is as safe as a letter in an envelope. */
export function letterToFamily(
  { kind, caseId }: Pick<Letter, 'kind' | 'caseId'>,
  municipality: string,
): Words {
  return {
    subject: `Brev fra ${municipality}`,
    text: `${letterKinds.labels[kind].da}\n\nSagens kode er ${caseId}. Kontakt den medarbejder, du har talt med, hvis du har spørgsmål.\n\nVenlig hilsen\n${municipality}\n`,
  }
}
