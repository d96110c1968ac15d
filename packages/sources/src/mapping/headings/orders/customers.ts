import type { Entry } from '../dictionary.ts';

/** Headings of the customer of an order. */
export const customers = [
  {
    role: 'email',
    tier: 0,
    words: {
      en: 'email, e mail, email address, customer email, buyer email, customer email address, mail',
      de: 'email, e mail, e mail adresse, emailadresse, kunden e mail, kundenmail, mail',
      fr: 'email, e mail, courriel, adresse e mail, mail, email client, adresse email',
      es: 'email, correo, correo electronico, email cliente, e mail',
      it: 'email, e mail, posta elettronica, email cliente, indirizzo email',
      pt: 'email, e mail, correio eletronico, email cliente',
      nl: 'email, e mail, e mailadres, emailadres, mailadres',
      pl: 'email, e mail, adres e mail, adres email, mail',
      ru: 'email, почта, эл почта, электронная почта, адрес электронной почты, емейл',
    },
  },
  {
    role: 'email',
    tier: 1,
    words: {
      en: 'billing email, contact email, payer email, shipping email',
      de: 'rechnungs e mail',
    },
  },
  {
    role: 'externalId',
    tier: 0,
    words: {
      en: 'customer id, user id, client id, customer number, customer no, buyer id',
      de: 'kundennummer, kunden id, kundennr, kunden nr',
      fr: 'id client, numero client',
      es: 'id cliente, numero cliente',
      it: 'id cliente, codice cliente',
      pt: 'id cliente, numero cliente',
      nl: 'klantnummer, klant id',
      pl: 'id klienta, numer klienta',
      ru: 'ид клиента, номер клиента, код клиента',
    },
  },
  {
    role: 'firstName',
    tier: 0,
    words: {
      en: 'first name, given name, forename, customer first name, billing first name',
      de: 'vorname',
      fr: 'prenom',
      es: 'nombre',
      it: 'nome',
      pt: 'nome proprio, primeiro nome',
      nl: 'voornaam',
      pl: 'imie',
      ru: 'имя',
    },
  },
  {
    role: 'lastName',
    tier: 0,
    words: {
      en: 'last name, family name, surname, customer last name, billing last name',
      de: 'nachname, familienname',
      fr: 'nom de famille, nom',
      es: 'apellido, apellidos',
      it: 'cognome',
      pt: 'apelido, sobrenome',
      nl: 'achternaam',
      pl: 'nazwisko',
      ru: 'фамилия',
    },
  },
] as const satisfies readonly Entry[];
