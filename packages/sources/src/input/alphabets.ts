/** Encodings of one byte a character that shops still export in. */
export type OneByteEncoding =
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'koi8-r'
  | 'ibm866';

/** Encoding -> the letters beyond A to Z of every language that is written in it, small and capital ones of equal right. */
export const alphabets: Readonly<Record<OneByteEncoding, readonly string[]>> = {
  'windows-1252': [
    'äöüß', // German
    'àâæçéèêëîïôùûüÿœ', // French
    'áéíóúñüçàòèï', // Spanish and Catalan
    'áâãàçéêíóôõúü', // Portuguese
    'àèéìíîòóùú', // Italian
    'éèëïöüáóíúçêâ', // Dutch
    'æøåéèêóòôâäöü', // Danish and Norwegian
    'åäöéàüšž', // Swedish and Finnish
    'áðéíóúýþæö', // Icelandic
  ],
  'windows-1250': [
    'ąćęłńóśźż', // Polish
    'áčďéěíňóřšťúůýž', // Czech
    'áäčďéíĺľňóôŕšťúýž', // Slovak
    'áéíóöőúüű', // Hungarian
    'čćđšž', // Croatian and Slovenian
    'ăâîşţ', // Romanian
  ],
  'windows-1251': [
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', // Russian and Bulgarian
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', // Ukrainian
    'абвгдеёжзійклмнопрстуўфхцчшыьэюя', // Belarusian
    'абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ', // Serbian and Macedonian
  ],
  'koi8-r': ['абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ibm866: ['абвгдеёжзийклмнопрстуфхцчшщъыьэюяєїў'],
  'windows-1253': ['αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ'],
  'windows-1254': ['âçğıiîöşüû'], // Turkish
};

/**
 * The most frequent letters of Russian: two thirds of a text, and half as many in what another encoding of Cyrillic makes of
 * it.
 */
export const frequentCyrillic = 'оеаинтсрвлкм';
