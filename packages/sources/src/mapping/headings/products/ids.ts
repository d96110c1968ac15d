import type { Entry } from '../dictionary.ts';

/** Headings of ids and codes of products. */
export const ids = [
  {
    role: 'id',
    tier: 0,
    words: {
      en: 'id, product id, item id, pid, prod id, article id, external id, product key, item key, uid, uuid',
      de: 'id, produkt id, artikel id, produktkennung',
      fr: 'id, id produit, identifiant, identifiant produit',
      es: 'id, id producto, id del producto, identificador',
      it: 'id, id prodotto, identificativo',
      pt: 'id, id produto, id do produto, identificador',
      nl: 'id, product id, artikel id',
      pl: 'id, id produktu, identyfikator',
      ru: 'id, ид, ид товара, идентификатор, код товара',
    },
  },
  {
    role: 'id',
    tier: 1,
    words: {
      en: 'asin, internal reference, number, no, product no, product number, product code, item number, item no, item code, article number, article no, art no, code, ref, reference, product ref, style number, model number, part number, mpn',
      de: 'nr, nummer, artikelnummer, artikelnr, artnr, art nr, artikel nr, produktnummer, produktnr, bestellnummer, bestellnr, warennummer, kennung',
      fr: 'reference, ref, ref produit, code, code article, code produit, numero article, numero',
      es: 'referencia, ref, codigo, codigo producto, codigo articulo, codigo interno, clave, clave producto, numero',
      it: 'riferimento, codice, codice articolo, codice prodotto, cod, cod articolo, numero',
      pt: 'referencia, ref, codigo, codigo produto, cod, numero',
      nl: 'artikelnummer, artikelnr, art nr, productnummer, productcode, code, nummer, referentie',
      pl: 'kod, kod produktu, kod towaru, numer, numer katalogowy, nr katalogowy, indeks, symbol',
      ru: 'артикул, код, номер, номер товара, арт',
      sv: 'artikelnummer, artnr, produktnummer',
      da: 'varenummer, varenr, produktnummer',
      cs: 'kod, kod produktu, cislo produktu, katalogove cislo',
    },
  },
  {
    role: 'id',
    tier: 3,
    words: {
      en: 'handle, slug, url key, permalink, ean, gtin, upc, barcode, isbn, ean code, ean13, gtin13, bar code',
      de: 'ean, gtin, barcode, strichcode, ean code, ean nummer',
      fr: 'ean, gtin, code barre, code barres, code ean, code a barres, gencod',
      es: 'ean, gtin, codigo de barras, codigo barras, codigo ean',
      it: 'ean, gtin, codice a barre, codice ean',
      pt: 'ean, gtin, codigo de barras, codigo ean',
      nl: 'ean, gtin, streepjescode, ean code',
      pl: 'ean, gtin, kod kreskowy, kod ean',
      ru: 'ean, штрихкод, штрих код',
    },
  },
  {
    role: 'parentId',
    tier: 0,
    words: {
      en: 'parent, parent id, parent sku, parent code, group id, item group id, item group, product group id, master id, master sku, style, style id, style code, group',
      de: 'hauptartikel, vaterartikel, vater, elternartikel, ubergeordnetes produkt, gruppe, gruppen id',
      fr: 'parent, produit parent, groupe',
      es: 'padre, producto padre, grupo',
      it: 'padre, prodotto padre, gruppo',
      pt: 'pai, produto pai, grupo',
      nl: 'hoofdartikel, hoofdproduct, groep',
      pl: 'produkt nadrzedny, grupa',
      ru: 'родитель, группа товара',
    },
  },
  {
    role: 'sku',
    tier: 0,
    words: {
      en: 'sku, stock keeping unit, variant sku, sku code, sku number, seller sku, merchant sku',
    },
  },
] as const satisfies readonly Entry[];
