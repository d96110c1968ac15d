import { wordsOf } from './heading-words.ts';
import { isOf, type Meaning } from './headings.ts';

const no =
  'no not n false f off none null nil na nein nicht kein keine non aucun aucune sans faux nessuno nessuna falso falsa sin ninguno ninguna nao nenhum nenhuma nee niet geen onwaar nie brak falsz ne nej ei hayir yok нет いいえ 否';

const live = 'live production prod real echt';

/** States in which an order brings no money, or not yet; how the words begin. */
const noSale =
  'cancel… void… declin… refus… reject… fail… error… expired abandon… draft… pending unpaid hold onhold waiting refund… chargeback… disput… fraud… return… test… storn… abgebrochen abgelehnt fehlgeschlagen ausstehend offen unbezahlt …erstattet annul… impaye… attente echou… echec rembours… anul… rechazad… fallid… pendient… reembols… devuelt… impagad… rifiutat… fallit… rimbors… attesa sospes… recusad… falhad… pendente… devolvid… geannul… geweigerd mislukt onbetaald openstaand terugbetaald odrzucon… zwrocon… nieudan… oczekuj… nieoplacon… zrusen… nezaplacen… vracen… ceka… peruut… palaut… avbrut… makuler… obetal… ubetalt iptal… iade… bekliyor odenmedi отмен… отказ… возвр… ожида… неоплачен… …キャンセル …取消… …返金 …退款… …취소… …환불…';

const paid =
  'paid bezahlt paye payee pagado pagada pagato pagata pago paga betaald oplacone oplacono zaplacone';

/** Nothing, zero, or a word for no: `0.00 EUR`, `0000-00-00`, `n/a`, `not refunded`. */
function saysNo(value: string): boolean {
  if (/^[^\p{L}\d]*$/u.test(value) || /^[^1-9]*0[^1-9]*$/.test(value)) return true;
  const [first = ''] = wordsOf(value);
  return isOf(no, first) && !isNotPaid(value);
}

/** Whether a state says that the order is not a sale: `Declined`, `on hold`, `not paid`. */
function meansNoSale(value: string): boolean {
  if (isNotPaid(value)) return true;
  const words = wordsOf(value);
  return words.some((word, at) => isOf(noSale, word) && !isOf(no, words[at - 1] ?? ''));
}

function isNotPaid(value: string): boolean {
  const words = wordsOf(value);
  return words.some((word, at) => isOf(no, word) && isOf(paid, words[at + 1] ?? ''));
}

/** Whether a value alone is enough to ask what the column means. */
export function isTelling(meaning: Meaning, value: string, currency: string | undefined): boolean {
  switch (meaning) {
    case 'status':
    case 'state':
    case 'kind':
      return meansNoSale(value);
    case 'paid':
      return value !== '' && (saysNo(value) || meansNoSale(value));
    case 'mark':
    case 'refund':
      return !saysNo(value);
    case 'test':
      return !saysNo(value) && !isOf(live, value.trim().toLowerCase());
    case 'currency':
      return value !== '' && currency !== undefined && !isCurrency(value, currency);
  }
}

/** Signs and words for a currency; `$` is that of many. */
const signs: Readonly<Record<string, RegExp>> = {
  '€': /^EUR$/,
  EURO: /^EUR$/,
  '£': /^GBP$/,
  ZŁ: /^PLN$/,
  R$: /^BRL$/,
  '¥': /^(JPY|CNY)$/,
  $: /D$|^MXN$/,
};

function isCurrency(value: string, currency: string): boolean {
  const text = value.trim().toUpperCase();
  return text === currency || signs[text]?.test(currency) === true;
}
