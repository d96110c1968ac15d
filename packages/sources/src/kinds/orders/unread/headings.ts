import { wordsOf } from './heading-words.ts';

/**
 * What a heading says about its column. `state` and its like can be a state of the order or of the country; a `kind` of
 * order can be a refund. A `mark` says of single orders that they came to nothing (`cancelled_at`); `paid` says of all
 * others that they did.
 */
export type Meaning =
  'status' | 'state' | 'kind' | 'mark' | 'paid' | 'refund' | 'test' | 'currency';

/** Words, or how they begin (`cancel…`) and end (`…status`). The large languages of Europe, Turkish, Russian, Japanese, Chinese. */
export const headingWords = {
  status:
    '…status status… statut statuts situacao situacion toestand orderstate paymentstate stav stavu… durum… tila tilanne maksutila stare starea tilstand allapot… outcome trangthai статус… состояние κατασταση …حالة …状態 …狀態 …状态 …ステータス …상태',
  state: 'state estado etat stato staat zustand stan',
  kind: 'type kind typ tipo soort rodzaj тип result resultat ergebnis resultado phase stage lifecycle disposition fulfillment fulfilment delivery lieferung livraison entrega consegna levering dostawa',
  mark: 'cancel… void… declin… reject… fail… failed chargeback… dispute… storn… abgebrochen abgelehnt annul… anul… geannul… refuse… rechazad… rifiutat… recusad… geweigerd odrzucon… zrusen… peruut… makuler… avbrut… avbestilt… iptal… отмен… отказ… …キャンセル …取消 …취소',
  paid: 'paid approved success successful succeeded captured livemode live bezahlt paye payee pagado pagada pagato pagata pago paga betaald oplacone oplacono zaplacone payment zahlung paiement betaling zaplaceno maksettu betalt betald odendi оплачен… оплата',
  refund:
    '…refund… …erstattung… …erstattet… gutschrift… …rembours… …reembols… …rimbors… …terugbetal… terugbetaald zwrot… returned retour… devolucion… devuelto resi… return returns credited creditnote …gutgeschrieben …aterbetal… …tilbagebetal… …tilbakebetal… palaut… vracen… iade… возврат… …返金 …退款 …환불',
  test: 'test tests istest testorder testorders testmode testmodus testbestellung testauftrag testkauf testbestelling proefbestelling sandbox prueba pruebas prova teste essai testowe testowy testowa testowo demo dummy testi testovaci тест тестовы… …テスト …测试 …테스트',
  currency:
    '…currency …currencycode …waehrung …wahrung devise monnaie moneda divisa …valuta moeda waluta ccy curr …valuutta mena birimi penznem валюта …通貨 …货币 …币种 …통화',
} as const satisfies Record<Meaning, string>;

/** Beside `state` they say that it is the state of an order. */
const ofOrder =
  'order orders payment pay financial fulfillment fulfilment delivery transaction sale purchase bestellung bestell zahlung auftrag commande paiement livraison pedido pedidos pago entrega compra ordine pagamento consegna spedizione encomenda bestelling betaling zamowienia zamowienie platnosci platnosc';

/** Beside a currency they say that it is a rate and no code. */
const ofRate = 'rate rates exchange kurs wechselkurs taux tasa tasso cambio taxa koers';

/** They say that the column holds an address: `order_status_url`. */
const ofAddress = 'url urls uri link links href';

/** Beside `paid` they do not change its meaning. */
const besidePaid = 'is was order orders fully mode ist est esta e';

const order: readonly Meaning[] = ['status', 'currency', 'test', 'refund', 'mark', 'state'];

/** What a heading means; undefined where it is none of these. */
export function meaningOf(heading: string): Meaning | undefined {
  const words = wordsOf(heading);
  if (words.some((word) => isOf(ofAddress, word))) return undefined;
  // `credit note` is one word elsewhere.
  const pairs = words.map((word, at) => `${word}${words[at + 1] ?? ''}`);
  const all = [...words, ...pairs];
  const meaning = order.find((one) => all.some((word) => isOf(headingWords[one], word)));
  if (meaning === 'currency' && words.some((word) => isOf(ofRate, word))) return undefined;
  if (meaning === 'state') return words.some((word) => isOf(ofOrder, word)) ? 'status' : 'state';
  if (meaning !== undefined) return meaning;
  if (isOnly(words, headingWords.paid, besidePaid)) return 'paid';
  // Beside another word, it would be that of a product or a customer.
  return isOnly(words, headingWords.kind, ofOrder) ? 'kind' : undefined;
}

const patterns = new Map<string, RegExp>();

/** Whether a word is one of a list. */
export function isOf(list: string, word: string): boolean {
  const known = patterns.get(list);
  const pattern = known ?? patternOf(list);
  if (known === undefined) patterns.set(list, pattern);
  return pattern.test(word);
}

/** Words are without accents, and letters of Korean in pieces. */
function patternOf(list: string): RegExp {
  const letters = list.replaceAll('…', '*').normalize('NFKD').replace(/\p{M}/gu, '');
  return new RegExp(`^(${letters.replaceAll('*', '\\p{L}*').replaceAll(' ', '|')})$`, 'u');
}

/** Whether there is nothing but words of one list, and such that change nothing beside them. */
function isOnly(words: readonly string[], list: string, beside: string): boolean {
  const others = words.filter((word) => !isOf(list, word));
  return others.length < words.length && others.every((word) => isOf(beside, word));
}
