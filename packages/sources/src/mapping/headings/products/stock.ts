import type { Entry } from '../dictionary.ts';

/** Headings that say whether products are in stock and on sale. */
export const stock = [
  {
    role: 'inStock',
    tier: 0,
    words: {
      en: 'in stock, instock, available, availability, is in stock, is available, stock status, stock state, in store',
      de: 'verfugbar, verfugbarkeit, lieferbar, vorratig, auf lager, lagerstatus, lieferbarkeit',
      fr: 'en stock, disponible, disponibilite, statut stock, etat du stock',
      es: 'en stock, disponible, disponibilidad, hay existencias, estado stock',
      it: 'disponibile, disponibilita, in magazzino, in stock',
      pt: 'em stock, em estoque, disponivel, disponibilidade',
      nl: 'op voorraad, beschikbaar, beschikbaarheid, leverbaar, voorraadstatus',
      pl: 'dostepny, dostepnosc, na stanie, w magazynie, dostepne',
      ru: 'в наличии, наличие, доступен, доступность, есть в наличии',
    },
  },
  {
    role: 'quantity',
    tier: 0,
    words: {
      en: 'quantity, qty, stock, stock quantity, stock qty, inventory, inventory quantity, inventory qty, stock level, on hand, quantity on hand, qty on hand, stock on hand, units, units in stock, available quantity, quantity available, available qty, available stock, current stock, stock count, number in stock, pieces, pcs, soh, amount in stock, in stock qty, in stock quantity',
      de: 'bestand, lagerbestand, menge, lagermenge, stuckzahl, anzahl, lager, verfugbarer bestand, verfugbare menge, vorrat, stuck, bestandsmenge',
      fr: 'quantite, stock, qte, quantite en stock, stock disponible, quantite disponible',
      es: 'cantidad, stock, existencias, inventario, unidades, cantidad en stock',
      it: 'quantita, giacenza, scorte, stock, magazzino, inventario, qta, quantita disponibile',
      pt: 'quantidade, stock, estoque, inventario, qtd, existencias',
      nl: 'aantal, voorraad, voorraadaantal, hoeveelheid',
      pl: 'ilosc, stan, stan magazynowy, zapas, liczba, liczba sztuk, ilosc w magazynie, magazyn',
      ru: 'количество, остаток, остатки, кол во, запас, остаток на складе, количество на складе, склад',
    },
  },
  {
    role: 'visible',
    tier: 0,
    words: {
      en: 'active, published, visible, enabled, is active, is published, is visible, online, live, for sale, sellable, show',
      de: 'aktiv, veroffentlicht, sichtbar, online, aktiviert',
      fr: 'actif, publie, visible, en ligne, active',
      es: 'activo, publicado, visible, en linea, habilitado',
      it: 'attivo, pubblicato, visibile, abilitato',
      pt: 'ativo, publicado, visivel',
      nl: 'actief, gepubliceerd, zichtbaar, online',
      pl: 'aktywny, opublikowany, opublikowane, widoczny',
      ru: 'активен, активный, опубликован, видимый, включен',
    },
  },
  {
    role: 'status',
    tier: 0,
    words: {
      en: 'status, state, product status',
      de: 'status, zustand',
      fr: 'statut, etat',
      es: 'estado',
      it: 'stato',
      pt: 'estado, situacao',
      nl: 'status',
      pl: 'status',
      ru: 'статус, состояние',
    },
  },
] as const satisfies readonly Entry[];
