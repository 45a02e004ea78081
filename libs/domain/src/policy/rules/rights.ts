import type { Rule } from '../rule.js'
import { serviceGoal } from '../local-basis.js'
import { localPausable, localUnpausable, statutory } from './define.js'

/** The period is the municipality's to set; the law says only that it is no longer than needed. */
const retentionBasis = 'Databeskyttelsesforordningen art. 5, stk. 1, litra e; foreslået lokal slettefrist'

/** The child's and the parties' rights, access to the file and data protection. */
export const rightsRules: readonly Rule[] = [
  statutory({
    id: 'child-heard',
    amount: null,
    unit: null,
    basis: 'Barnets lov §§ 5-6',
    mark: 'S',
    text: {
      da: 'Barnets syn på sagen indhentes før enhver afgørelse, og barnet må have en bisidder med.',
      en: 'The child’s views are heard before every decision, and the child may bring a companion.',
    },
  }),
  statutory({
    id: 'party-age',
    amount: 10,
    unit: 'yearsOfAge',
    basis: 'Barnets lov § 3',
    mark: 'S',
    text: {
      da: 'Fra 10 år udøver barnet partsbeføjelser i de nævnte sager (§ 32 ja, § 30 nej).',
      en: 'From the age of 10 the child exercises party powers in the listed cases (§ 32 yes, § 30 no).',
    },
  }),
  statutory({
    id: 'investigation-age',
    amount: 15,
    unit: 'yearsOfAge',
    basis: 'Barnets lov § 22, stk. 2',
    mark: 'S',
    text: {
      da: 'Fra 15 år laves undersøgelsen i samarbejde med den unge.',
      en: 'From the age of 15 the investigation is made in cooperation with the young person.',
    },
  }),
  statutory({
    id: 'file-access',
    amount: 7,
    unit: 'arbejdsdage',
    basis: 'Forvaltningsloven § 16, stk. 2',
    mark: 'S',
    text: {
      da: 'En anmodning om aktindsigt besvares inden 7 arbejdsdage; ellers oplyses grunden, og hvornår svaret kan ventes.',
      en: 'A request for access to the file is answered within 7 working days, or the reason and expected date are given.',
    },
  }),
  statutory({
    id: 'subject-access',
    amount: 1,
    unit: 'months',
    basis: 'Databeskyttelsesforordningen art. 12, stk. 3, og art. 15; C-579/21',
    // The content was found in a source, the term was not: the weaker mark stands for the row.
    mark: 'V',
    text: {
      da: 'En indsigtsanmodning besvares inden 1 måned med datoer og formål for opslag, normalt uden medarbejdernes navne.',
      en: 'A data subject’s access request is answered within 1 month with look-up dates and purposes, normally without employees’ names.',
    },
  }),
  statutory({
    id: 'subject-access-extended',
    amount: 3,
    unit: 'months',
    basis: 'Databeskyttelsesforordningen art. 12, stk. 3',
    mark: 'V',
    text: {
      da: 'Fristen kan forlænges med 2 måneder, når det er nødvendigt. Begrundelsen gives inden den første måned er gået.',
      en: 'The month can be extended by 2 more where necessary. The reason is told before the first month has passed.',
    },
  }),
  localUnpausable({
    id: 'access-step',
    amount: 2,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Hvert skridt i besvarelsen af en anmodning om indsigt. Lovens egen frist løber ved siden af.',
      en: 'Each step in answering an access request. The statutory clock runs beside it.',
    },
  }),
  statutory({
    id: 'erasure-answer',
    amount: 1,
    unit: 'months',
    basis: 'Databeskyttelsesforordningen art. 12, stk. 3, og art. 17',
    mark: 'V',
    text: {
      da: 'En anmodning om sletning besvares inden 1 måned. Pligten til at notere og bevare kan gå forud (art. 17, stk. 3).',
      en: 'A request for erasure is answered within 1 month. Duties to record and to keep may go before (art. 17(3)).',
    },
  }),
  localPausable({
    id: 'erasure-approve',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'En anden person godkender en sletning.',
      en: 'A second person approves an erasure.',
    },
  }),
  localUnpausable({
    id: 'case-system-erasure',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'En sag, der slettes her, slettes også i fagsystemet af den, der kan, og det bekræftes.',
      en: 'A case that is erased here is erased in the case system too, by whoever can, and that is confirmed.',
    },
  }),
  localUnpausable({
    id: 'key-backups',
    amount: 30,
    unit: 'days',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Så længe gemmes sikkerhedskopier af nøglelageret. Derefter kan en slettet sag ikke læses af nogen kopi.',
      en: 'For so long backups of the key store are kept. After that no copy can open a case that was erased.',
    },
  }),
  localPausable({
    id: 'retention-decide',
    amount: 20,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Lederen tager stilling til månedens liste over sager, hvis slettefrist er udløbet.',
      en: 'The leader decides on the month’s list of cases that have been kept long enough.',
    },
  }),
  localUnpausable({
    id: 'retention-advice',
    amount: 1,
    unit: 'years',
    basis: retentionBasis,
    mark: '–',
    text: {
      da: 'Slettefrist for en bekymring, der endte med råd, og hvor barnet aldrig var kendt.',
      en: 'How long a concern is kept that ended with advice, and in which the child was never known.',
    },
  }),
  localUnpausable({
    id: 'retention-counselling',
    amount: 2,
    unit: 'years',
    basis: retentionBasis,
    mark: '–',
    text: {
      da: 'Slettefrist for anonym rådgivning, der ikke blev til en sag hos myndigheden.',
      en: 'How long anonymous counselling is kept that led to no case with the authority.',
    },
  }),
  localUnpausable({
    id: 'retention-authority',
    amount: 5,
    unit: 'years',
    basis: retentionBasis,
    mark: '–',
    text: {
      da: 'Slettefrist for en sag, hvor barnet er identificeret, eller myndigheden har været inde.',
      en: 'How long a case is kept in which the child was identified, or the authority took part.',
    },
  }),
  localUnpausable({
    id: 'retention-access-log',
    amount: 5,
    unit: 'years',
    basis: 'Databeskyttelsesforordningen art. 5, stk. 1, litra e, og art. 32; foreslået lokal slettefrist',
    mark: '–',
    text: {
      da: 'Slettefrist for linjer i adgangsloggen: så længe en borger kan spørge, hvem der har set sagen.',
      en: 'How long lines of the access log are kept: as long as a person may ask who saw their case.',
    },
  }),
  statutory({
    id: 'archive',
    amount: null,
    unit: null,
    basis: 'Arkivloven; databeskyttelsesforordningen art. 89',
    mark: 'V',
    text: {
      da: 'Sager, der skal bevares, afleveres til arkiv, før de slettes.',
      en: 'Cases that have to be kept are handed to the archive before they are erased.',
    },
  }),
  localUnpausable({
    id: 'access-review',
    amount: 5,
    unit: 'arbejdsdage',
    basis: serviceGoal,
    mark: '–',
    text: {
      da: 'Lederen gennemgår en akut adgang, når den er taget.',
      en: 'The leader reviews an urgent access after it was taken.',
    },
  }),
  statutory({
    id: 'breach-report',
    amount: 72,
    unit: 'hours',
    basis: 'Databeskyttelsesforordningen art. 33',
    mark: 'V',
    text: {
      da: 'Et brud på persondatasikkerheden anmeldes inden 72 timer.',
      en: 'A data breach is reported within 72 hours.',
    },
  }),
  statutory({
    id: 'journal',
    amount: null,
    unit: null,
    basis: 'Offentlighedsloven §§ 13 og 15',
    mark: 'S',
    text: {
      da: 'Oplysninger og væsentlige skridt journaliseres og noteres snarest muligt.',
      en: 'Facts and significant steps are journalised and noted as soon as possible.',
    },
  }),
  localUnpausable({
    id: 'journal-entry',
    amount: 5,
    unit: 'arbejdsdage',
    basis: 'Offentlighedsloven §§ 13 og 15 (snarest muligt); foreslået lokal frist',
    mark: '–',
    text: {
      da: 'En afsluttet sag, som intet andet system har, journaliseres i kommunens ESDH-system, og nummeret skrives her.',
      en: 'A closed case that no other system holds is filed in the municipality’s records system, and its number is written here.',
    },
  }),
]
