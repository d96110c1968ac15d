import type { Column } from '../evidence/column.ts';
import { keyOf } from '../headings/heading.ts';
import type { Rule } from '../language/mapping.ts';
import type { Problem } from './proposal.ts';

type Status = 'placed' | 'fulfilled' | 'cancelled' | 'refunded' | null;

/** What shops call the states of an order. `new` and `open` can be paid or not: the user has to say. */
const words: readonly (readonly [Status, string])[] = [
  [
    'fulfilled',
    'completed,complete,fulfilled,shipped,delivered,sent,closed,done,finished,dispatched,versendet,verschickt,geliefert,zugestellt,abgeschlossen,erledigt,terminé,terminée,expédié,expédiée,livré,livrée,completado,enviado,entregado,completato,spedito,consegnato,evaso,concluído,enviada,entregue,verzonden,geleverd,voltooid,afgerond,wysłane,dostarczone,zrealizowane,zakończone,отправлен,доставлен,выполнен,завершен,завершён',
  ],
  [
    'placed',
    'placed,paid,processing,confirmed,authorized,in progress,bezahlt,in bearbeitung,bestätigt,payé,payée,en cours,en cours de traitement,confirmée,pagado,procesando,confirmado,pagato,in lavorazione,confermato,pago,em processamento,betaald,in behandeling,bevestigd,opłacone,w realizacji,potwierdzone,оплачен,в обработке,подтвержден',
  ],
  [
    'cancelled',
    'cancelled,canceled,void,voided,storniert,abgebrochen,annulé,annulée,cancelado,cancelada,annullato,geannuleerd,anulowane,отменен,отменён',
  ],
  [
    'refunded',
    'refunded,erstattet,rückerstattet,remboursé,remboursée,reembolsado,rimborsato,terugbetaald,zwrócone,возвращен,возвращён',
  ],
  [
    null,
    'pending,pending payment,failed,declined,draft,on hold,abandoned,unpaid,expired,awaiting payment,checkout draft,unbezahlt,fehlgeschlagen,abgelehnt,ausstehend,en attente,échoué,échouée,pendiente,fallido,in attesa,fallito,pendente,falhou,mislukt,in afwachting,oczekujące,nieudane,ожидает оплаты,не оплачен,неудачный,черновик',
  ],
];

const known = new Map(
  words.flatMap(([status, list]) => list.split(',').map((word) => [keyOf(word), status] as const)),
);

/** The states that a column has, as far as they are known. */
export function statusRule(column: Column): Rule {
  const values: Record<string, string | null> = {};
  for (const value of column.values ?? []) {
    const status = known.get(keyOf(value));
    if (status !== undefined) values[value] = status;
  }
  return { from: column.name, values };
}

/** States that are not known: what is sent depends on them. */
export function statusProblems(column: Column): Problem[] {
  const unknown = (column.values ?? []).filter((value) => !known.has(keyOf(value)));
  if (unknown.length === 0) return [];
  const [first = ''] = unknown;
  return [
    {
      problem: `"${column.name}" holds ${unknown.map((value) => `"${value}"`).join(', ')}, and nothing says what that means`,
      advice: `Say it in the values of "status" in the mapping: ${JSON.stringify(first)}: "placed", "fulfilled", "cancelled", "refunded", or null to leave such orders out.`,
    },
  ];
}
