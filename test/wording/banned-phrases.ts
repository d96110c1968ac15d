/**
 * Phrases that plain English does without, and what to write instead. The wording test looks for them in messages, help
 * and documentation. Add a phrase whenever a reader stumbles over one.
 */
export const bannedPhrases: readonly (readonly [phrase: RegExp, write: string])[] = [
  [
    /(?<!\bthere )\b(?:is|are|was|were) no (?!such|more|longer|fewer|less|larger|newer)[\w…]+/i,
    'is not a …',
  ],
  [/\b(?:runs? (?:is|are)|is|are) at work\b/i, 'is in progress'],
  [/\bcarr(?:y|ies|ied) on\b/i, 'continue'],
  [/\bgo(?:es|ing)? on\b/i, 'continue'],
  [/\b(?:begins?|counts?) anew\b/i, 'start over'],
  [/\bright (?:lifetime |computed )?(?:totals?|values?|amounts?|prices?|figures?)\b/i, 'correct …'],
  [/\bin the midst of\b/i, 'in the middle of'],
  [/\b(?:can|cannot|could) be had\b/i, 'can be looked up, is available'],
  [/\bha(?:s|ve) no meaning\b/i, 'needs …, does not apply to …'],
  [/\bfrom out of stock to in stock\b/i, 'come back in stock'],
  [/\bthousands or decimals\b/i, 'is ambiguous (1295 or 1.295)'],
  [/\bsays it for the whole\b/i, 'pass …'],
  [/\bno data but\b/i, '… is an error message, not data'],
  [/\bwhat parts the\b/i, 'separator'],
  [/\bfiles? that (?:is|are) recogni[sz]ed\b/i, 'file formats it can read'],
  [/\bwhere it is made\b/i, 'in the shop, then export again'],
  [/\bbecause interrupted\b/i, 'interrupted (Ctrl-C)'],
  [/\b(?:is|has|have) to be said\b|\bto be said beside\b/i, 'is required, must be given'],
  [/\btalk goes\b/i, 'messages go to standard error'],
  [/\w, of which\b/i, 'two sentences'],
  [/\bthe same for\b/i, 'as for …'],
  [/\bas well as that\b/i, 'and'],
  [/\b(?:is|are) right\b(?= early| after|\.|,|$)/i, 'is correct'],
  [/\bfor right\b/i, 'accepts'],
  [/\bnumber from \S+ (?:on|up)\b/i, '… or more'],
  [/\b(?:character|key|id|name)s? no \w+ has\b/i, 'that a … cannot contain'],
  [/\b(?:time|deadline|end) \S* ?\S* ?has come\b/i, 'is reached'],
  [/\bbears? (?:its|the|a) name\b/i, 'has the name'],
  [/\blook at \w+ whether\b/i, 'check in … whether'],
  [/\bleaves? open whether\b/i, 'it is not known whether'],
  [/\bno longer (?:is|are)\b/i, 'is no longer'],
  [
    /\bcorrect what it says\b|\bwhat (?:it|the file|the API) says\b/i,
    'a noun: its message, the value',
  ],
];
