import { describe, expect, test } from 'vitest';
import { formsAmong, found } from '../signals/finding.js';

/** Each row: a signal, the forms that it finds, and words beside them that it leaves alone. */
function finds(rows: readonly (readonly [signal: string, forms: string, others: string])[]): void {
  test.each(rows)('%s', (signal, forms, others) => {
    expect(formsAmong(signal, `${forms} ${others}`)).toEqual(forms.split(' '));
  });
}

describe('plural and diminutive', () => {
  finds([
    ['wachtlijst', 'wachtlijst wachtlijsten wachtlijstje wachtlijstjes', 'lijst wachtlijsttijd lijster wacht'],
    ['school', 'school scholen schooltje schooltjes', 'scholier scholing schoolplein geschoold'],
    ['huis', 'huis huizen huisje huisjes', 'huist thuis huiselijk huisvesting'],
    ['brief', 'brief brieven briefje', 'briefing brievenbus'],
    ['woning', 'woning woningen woninkje woninkjes', 'wonen bewoning woningbouw'],
    ['boom', 'boom bomen boompje boompjes', 'bom bommen'],
    ['bus', 'bus bussen busje', 'buis buste busbaan'],
    ['gemeente', 'gemeente gemeenten gemeentes', 'gemeentelijk gemeen'],
    ['stad', 'stad steden stadje', 'stede stadion bestedingen'],
    ['raadslid', 'raadslid raadsleden', 'raad lid leden'],
    ['overheid', 'overheid overheden', 'over heden'],
    ['centrum', 'centrum centra centrums', 'centraal'],
    ['kop', 'kop koppen kopje', 'kopen koper'],
    ['wet', 'wet wetten wetje', 'weten wetens'],
    ['bom', 'bom bommen bommetje', 'bomen'],
    ['les', 'les lessen lesje', 'lezen lees'],
    ['dag', 'dag dagen dagje', 'daagt vandaag'],
    ['weg', 'weg wegen weggetje', 'wegens wegener'],
    ['dak', 'dak daken dakje', 'dakloos'],
    ['kind', 'kind kinderen kindje', 'kinderlijk kindertijd'],
    ['wethouder', 'wethouder wethouders', 'houder ouder ouders'],
    ['constructor', 'constructor constructors', 'constructie construct'],
    ['idee', 'idee ideeën', 'ideaal'],
    ['industrie', 'industrie industrieën', 'industrieel'],
    ['café', 'café cafés', 'cafeïne'],
    ['auto', "auto auto's autootje", 'automaat autonoom'],
  ]);
});

describe('a plural finds its singular', () => {
  finds([
    ['woningen', 'woningen woning', 'wonen woningnood'],
    ['gemeenten', 'gemeenten gemeente', 'gemeen'],
    ['scholen', 'scholen school', 'scholier'],
    ['steden', 'steden stad', 'steeds besteden'],
    ['voorwaarden', 'voorwaarden voorwaarde', 'voorwaardelijk'],
    ['kinderen', 'kinderen kind', 'kinderachtig'],
    ['statushouders', 'statushouders', 'status houders'],
    ['bijen', 'bijen', 'bij bijna'],
    ['buren', 'buren buur', 'buurt buurten'],
    ['middelen', 'middelen middel', 'gemiddeld gemiddelde'],
    ['wegen', 'wegen', 'wegens weg'],
    ['tijden', 'tijden tijd', 'tijdens'],
    ['plannen', 'plannen plan', 'planten geplant gepland'],
    ['rechten', 'rechten recht', 'gerecht gerechten rechts'],
  ]);
});

describe('adjectives', () => {
  finds([
    ['groen', 'groen groene groener groenst groenste', 'grote groenten groeien GroenLinks'],
    ['betaalbaar', 'betaalbaar betaalbare betaalbaarder', 'betalen betaald baar'],
    ['duur', 'duur dure duurder duurste', 'duurt duurzaam'],
    ['snel', 'snel snelle sneller snelst', 'snelheid snelweg'],
    ['grof', 'grof grove', 'groef'],
    ['sociaal', 'sociaal sociale socialer', 'socialist'],
    ['financieel', 'financieel financiële', 'financiën'],
    ['oud', 'oud oude oudere oudste', 'ouder ouders ouderen'],
    ['lijst', 'lijst lijsten', 'lijster'],
    ['nieuw', 'nieuw nieuwe nieuwer nieuwste', 'nieuws nieuwsbrief'],
    ['recht', 'recht rechten', 'rechts rechter gerecht'],
    ['norm', 'norm normen', 'normaal normeren'],
    ['park', 'park parken', 'parkeren parkeer'],
  ]);
});

describe('parents are no elderly people, and the other way round', () => {
  finds([
    ['ouder', 'ouder ouders', 'oudere ouderen ouderdom'],
    ['ouderen', 'ouderen', 'ouder ouders'],
    ['jongeren', 'jongeren', 'jonger jongens'],
  ]);
});

describe('verbs', () => {
  finds([
    ['bouwen', 'bouwen bouw bouwt bouwde bouwden gebouwd gebouwde bouwend bouwende', 'gebouw gebouwen bouwer bouwsel'],
    ['wonen', 'wonen woon woont woonde gewoond', 'gewoon gewoonte woning gewone'],
    ['investeren', 'investeren investeer investeert investeerde geïnvesteerd', 'investering investeerder'],
    ['verbeteren', 'verbeteren verbeter verbetert verbeterde verbeterd', 'beter verbetering'],
    ['isoleren', 'isoleren isoleert geïsoleerd geïsoleerde', 'isolatie solo'],
    ['regelen', 'regelen regelt geregeld', 'regels'],
    ['splitsen', 'splitsen splits splitst splitste gesplitst gesplitste', 'splitsing'],
    ['zetten', 'zetten zet zette gezet', 'gezeten zetel'],
    ['melden', 'melden meld meldt meldde gemeld gemelde', 'melding'],
    ['leiden', 'leiden leidt leidde geleid', 'leider geluid'],
    ['handhaven', 'handhaven handhaaf handhaaft handhaafde gehandhaafd', 'haven handhaving'],
    ['groeien', 'groeien groei groeit groeide gegroeid groeiende', 'groep'],
    ['vergroten', 'vergroten vergroot vergrootte vergrote', 'groot vergroting'],
    ['sluiten', 'sluiten sluit gesloten', 'sloot sloten'],
    ['besluiten', 'besluiten besluit besloot besloten', 'sloot'],
    ['bieden', 'bieden biedt bood geboden', 'gebied gebieden'],
    ['verbieden', 'verbieden verbiedt verbood verboden', 'gebieden bieden'],
    ['ondersteunen', 'ondersteunen ondersteunt ondersteund ondersteunde', 'steunen steunt'],
    ['weren', 'weren weert geweerd', 'weer werden were'],
    ['verdwijnen', 'verdwijnen verdwijnt verdween verdwenen', 'dwingen'],
    ['toestaan', 'toestaan toestaat toegestaan', 'toestand staan'],
    ['doen', 'doen doet deed gedaan', 'doel voldoen'],
    ['denken', 'denken denk dacht gedacht', 'gedachte gedachten'],
    ['voldoen', 'voldoen voldoet voldaan', 'voldoende doen'],
    ['verkeren', 'verkeren verkeert', 'verkering verkeerd verkeerde'],
  ]);
});

describe('words that no ending is added to', () => {
  finds([
    ['voor', 'voor', 'voren voors'],
    ['naar', 'naar', 'nare'],
    ['of', 'of', 'over'],
    ['met', 'met', 'meten'],
    ['kan', 'kan', 'kans kannen'],
    ['een', 'een één', 'eens ene'],
    ['binnen', 'binnen', 'bind binden bin'],
  ]);
});

describe('separable verbs', () => {
  const aanpakken = 'aanpakken';
  test.each([
    ['Wij willen de leegstand aanpakken.', 'aanpakken'],
    ['De leegstand wordt aangepakt.', 'aangepakt'],
    ['Een aangepakte straat.', 'aangepakte'],
    ['Dat is een reden om leegstand aan te pakken.', 'aan te pakken'],
    ['Wij pakken de leegstand aan.', 'pakken de leegstand aan'],
    ['Wij pakken de leegstand aan en zorgen voor groen.', 'pakken de leegstand aan'],
    ['De gemeente pakt leegstand aan met een verordening.', 'pakt leegstand aan'],
    ['Pak de leegstand aan!', 'Pak de leegstand aan'],
  ])('%s', (text, words) => {
    expect(found(aanpakken, text)).toEqual([words]);
  });

  test.each([
    'Wij pakken de fiets aan de kant.',
    'Wij pakken uit. De rest volgt aan het eind.',
    'Wij pakken het snel op.',
    'De pakken liggen aan de overkant van de straat.',
  ])('stays silent on: %s', (text) => {
    expect(found(aanpakken, text)).toEqual([]);
  });

  test.each([
    ['breiden ~ uit', 'uitbreiden', 'Wij breiden het net van fietspaden uit.'],
    ['deel … nemen', 'deelnemen', 'Iedereen neemt aan de samenleving deel.'],
    ['stel … bloot', 'blootstellen', 'Wij stellen kinderen niet aan rook bloot.'],
    ['staat … toe', 'toestaan', 'De gemeente staat woningdelen toe.'],
    ['ging … tegen', 'tegengaan', 'Het college ging verrommeling tegen.'],
    ['dringen … terug', 'terugdringen', 'Wij dringen de regeldruk terug.'],
    ['dwingt … af', 'afdwingen', 'De gemeente dwingt een beter plan af.'],
  ])('%s', (_, signal, text) => {
    expect(found(signal, text)).toHaveLength(1);
  });

  test.each([
    ['ondersteunen', 'Zij steunen ons, en de rest valt daar onder.'],
    ['voorkomen', 'Daar komt extra geld voor.'],
    ['inkomen', 'Daar komt niemand meer in.'],
    ['voorbeelden', 'Het beeld spreekt voor zich, daar zijn wij voor.'],
    ['achterstanden', 'De stand van zaken blijft achter.'],
    ['openen', 'Wij enen ons op.'],
    ['aanvullingen', 'Zij vullingen de lijst aan.'],
  ])('%s does not fall apart', (signal, text) => {
    expect(found(signal, text)).toEqual([]);
  });
});
