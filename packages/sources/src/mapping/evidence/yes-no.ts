import { keyOf } from '../headings/heading.ts';

/** In the languages of the headings, and how shops write whether something is in stock or on sale. */
const yes =
  'true,yes,y,on,ja,j,oui,o,si,s,sim,tak,t,да,wahr,vrai,vero,verdadero,verdadeiro,waar,prawda,истина,x,in stock,available,verfügbar,lieferbar,sofort lieferbar,auf lager,vorrätig,en stock,disponible,disponibile,disponivel,em stock,em estoque,op voorraad,leverbaar,beschikbaar,dostępny,dostępne,dostępna,na stanie,w magazynie,в наличии,есть,есть в наличии,active,aktiv,publish,published,enabled,online,visible,ano,skladem,áno,i lager,på lager,finns i lager,backorder,on backorder,preorder,unlimited,unbegrenzt,illimité,ilimitado,illimitato,onbeperkt,✓,✔';
const no =
  'false,no,n,off,nein,non,nao,não,nie,nee,нет,falsch,faux,falso,onwaar,fałsz,ложь,out of stock,sold out,unavailable,not available,not in stock,no stock,nicht verfügbar,nicht lieferbar,nicht auf lager,nicht vorrätig,ausverkauft,vergriffen,rupture,rupture de stock,en rupture,en rupture de stock,epuise,indisponible,non disponible,agotado,sin stock,no disponible,esaurito,non disponibile,esgotado,sem stock,sem estoque,indisponivel,uitverkocht,niet op voorraad,niet leverbaar,niet beschikbaar,niedostępny,niedostępne,brak,wyprzedane,нет в наличии,отсутствует,ne,není skladem,vyprodáno,nej,slut i lager,slutsåld,udsolgt,ikke på lager,inactive,inaktiv,draft,disabled,hidden,offline,discontinued,archived,✗,✘';

const known = new Map([['1', true], ['0', false], ...entries(yes, true), ...entries(no, false)]);

/** Undefined where a text says neither. */
export function yesNoOf(text: string): boolean | undefined {
  const bare = text.trim();
  if (atLeast.test(bare)) return true;
  return known.get(/\p{N}/u.test(bare) ? bare : keyOf(bare) || bare);
}

/** `10+`, `> 100` */
const atLeast = /^([>≥]\s*\d+|[1-9]\d*\s*\+)$/;

function entries(list: string, meaning: boolean): [string, boolean][] {
  return list.split(',').map((word) => [keyOf(word) || word, meaning]);
}
