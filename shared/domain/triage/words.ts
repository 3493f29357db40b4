/**
 * The words that triage goes by, Italian and English, written without accents and in lower case.
 * A list, not a model: whoever disagrees with a decision can read why.
 */

const anyOf = (...words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})`);

/** Said only by somebody who is angry or badly served. */
export const STRONG_COMPLAINT = anyOf(
  'vergogn',
  'scandal',
  'schifo',
  'inaccettabil',
  'indecen',
  'pessim[oaie]\\b',
  'truff',
  'ladri\\b',
  'reclam[oi]\\b',
  'disservizi',
  'delus[oaie]\\b',
  'deludent',
  'non funziona',
  'non va\\b',
  'non rispond',
  'nessun[oa]? (?:mi )?(?:rispost|rispond|segnale)',
  'ancora (?:niente|nulla|nessun|aspett|in attesa)',
  'mai piu\\b',
  'presa in giro',
  'fate (?:pena|schifo)',
  'not working',
  "(?:does|do|did)(?:n't| not) work",
  'terribl[ey]',
  'awful',
  'horribl[ey]',
  'worst\\b',
  'scam',
  'disgrac',
  'unacceptable',
  'useless',
  'ripped off',
  'still waiting',
  'no (?:answer|reply|response|signal)\\b',
  'never again',
  'disappoint',
);

/** Names a trouble; with a question mark it is a question about it. */
export const WEAK_COMPLAINT = anyOf(
  'problem',
  'guast[oi]\\b',
  'bloccat[oaie]\\b',
  'non riesc',
  'non (?:mi )?(?:e |sono )?(?:ancora )?arrivat',
  'non (?:ho|abbiamo) (?:ancora )?(?:ricevut|avut)',
  'errore\\b',
  'sbagliat',
  'in ritardo',
  'lentissim',
  'disdett',
  'disdic',
  'rimbors',
  'broken',
  'refund',
  'complain',
  'delayed',
  'overcharged',
  "can(?:'t|not) (?:log|access|connect|call|use)",
);

/** Asks without a question mark, at the beginning of a sentence or anywhere. */
export const QUESTION = new RegExp(
  `(?:^|[.!,;:]\\s*|\\b(?:buongiorno|buonasera|ciao|salve|scusate|hi|hello|ma|e|but) )(?:${[
    'come (?:faccio|fare|si|posso|mai|funziona)',
    'quando (?:arriva|posso|sara|apre|aprite|torna|verra|esce|ripristin|risolv)',
    'quanto (?:costa|dura|tempo|devo|viene)',
    'dove (?:posso|trovo|si|siete|devo)',
    'perche (?:non|mi|il|la)',
    'qual e',
    'chi (?:posso|devo|mi)',
    'cosa (?:devo|posso|succede)',
    'avete\\b',
    'potete\\b',
    'potreste\\b',
    'mi (?:dite|potete|sapete|puo|potreste)',
    "how (?:do|can|much|many|long|to|come)|when (?:will|can|do|does|is)|where (?:is|can|do)|why (?:is|do|does|did|are|can't)",
    'what (?:is|are|do|should|time|about)|who (?:can|do)|which (?:one|plan)',
    'can (?:you|i|we|someone)|could (?:you|i|someone)|do you|is there|are there|are you',
  ].join('|')})|\\b(?:${[
    'vorrei (?:sapere|informazioni|capire)',
    'qualcuno (?:sa|puo|mi)',
    'fatemi sapere',
    'chiedo (?:informazioni|se|come)',
    'per informazioni',
    "i(?:'d| would) like to know",
    'please (?:tell|let me know|advise|help)',
    'does anyone',
    'any (?:news|update|idea)',
  ].join('|')})`,
);

export const PRAISE = anyOf(
  'bravi\\b',
  'brav[oa]\\b',
  'bravissim',
  'compliment',
  'ottim[oaie]\\b',
  'eccellent',
  'fantastic',
  'gentilissim',
  'bellissim',
  'grazie (?:mille|di cuore|infinite)',
  'i migliori',
  'adoro\\b',
  'mi piac',
  'consigliatissim',
  'excellent',
  'awesome',
  'amazing',
  'love (?:it|this|you|your)',
  'great (?:job|service|work|support)',
  'well done',
  'the best\\b',
  'thank you so much',
  'wonderful',
);

/** Phrases that end an exchange; taken out first, since their single words may mean more. */
export const CLOSING_PHRASES = new RegExp(
  `\\b(?:${[
    "(?:grazie |ringrazio )?per (?:il |la |l'|le |i )?(?:vostr[oa] |tu[oa] |su[oa] )?(?:pronta )?(?:rispost[ae]|aiuto|supporto|disponibilita|cortesia|gentilezza|tempo|celerita|chiariment[oi]|informazion[ei]|info|assistenza)",
    'grazie ancora',
    'ancora grazie',
    'di (?:niente|nulla)',
    'va bene',
    "d'accordo",
    '(?:tutto )?(?:risolto|chiaro|a posto)',
    'a presto',
    '(?:buon[ae]?|felice) (?:giornata|serata|sera|notte|lavoro|weekend|domenica|pasqua|natale|feste|anno|proseguimento|continuazione)',
    '(?:siete|sei) (?:stat[ie] )?(?:i migliori|grandi|grande|super|gentilissim[ie]|gentil[ie]|top|mitic[ie])',
    'anche a (?:voi|te|lei)',
    'thanks? (?:you )?for (?:the |your )?(?:quick |fast |kind )?(?:help|reply|answer|response|support|time|info|information)',
    'have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one)',
    'got it',
    'all (?:good|set|done|sorted)',
    'no (?:problem|worries)',
  ].join('|')})(?![a-z])`,
  'g',
);

/** Words that, alone or together, only thank, greet, agree or laugh. */
export const CLOSING_WORDS: ReadonlySet<string> = new Set(
  [
    'grazie graziee grazieee grz ringrazio vi mille tante molte infinite davvero gentile gentili gentilissimi',
    'gentilissimo gentilissima ok okk okay okey oki perfetto perfettissimo benissimo bene ottimo capito ricevuto',
    'ciao salve buongiorno buonasera buonanotte buondi arrivederci saluti cordiali distinti prego figurati',
    'figuratevi bravi bravo brava bravissimi complimenti top super mitici evviva e anche altrettanto',
    'thanks thank thx tnx ty you so much very many cheers great perfect cool nice awesome fine hi hello hey',
    'good morning evening night day bye goodbye regards best kind welcome appreciated lol lmao rofl xd asd',
  ]
    .join(' ')
    .split(' '),
);

/** Says that the answer was enough, or that its outcome is awaited. */
export const CONTENT = anyOf(
  'grazie\\b',
  "(?:ok|va bene|perfetto|d'accordo)[, ]+(?:allora )?(?:aspetto|attendo|aspettiamo)",
  '(?:aspetto|attendo) (?:allora|vostre notizie|notizie)',
  'mi (?:avete|hai) (?:tolto un pensiero|salvat|aiutat|risolto)',
  '(?:ora|adesso) (?:funziona|va|e tutto)',
  'tutto (?:risolto|ok|a posto)',
  'thank',
  "(?:ok|great)[, ]+(?:i'll|i will) wait",
  '(?:it )?works now',
);

/** Takes back what was kind before it: something is still owed. */
export const RESERVE = anyOf(
  'ma\\b',
  'pero\\b',
  'ancora\\b',
  'invece\\b',
  'purtroppo',
  'tuttavia',
  'almeno\\b',
  'se (?:non|poi)\\b',
  'non\\b',
  'but\\b',
  'however',
  'still\\b',
  'not\\b',
  "n't\\b",
  'unfortunately',
  'per niente',
  'for nothing',
);

/** Laughter of any length. */
export const LAUGHTER = /^(?:(?:ah|ha|eh|he|ih|hi|uh|hu)+[ahei]?|a+h+a[ah]*|l+o+l+|x+d+)$/;

/** Emoji that are no friendly end. */
export const ANGRY_EMOJI = /[😠😡🤬👎💩🤮]/u;
