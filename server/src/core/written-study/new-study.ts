import { keyOf } from './ids.js';

/** The text of a study to begin with: it holds as it is, and says what everything is for. @param name of its folder */
export function newStudyText(name: string): string {
  const key = keyOf(name);
  return `# Een eigen studie: waaraan Opgavenwijzer een tekst houdt. Alleen key, title en themes zijn nodig.
# Zet haar in .opgavenwijzer.json, naast het programma: "studies": ["./${name.replace(/[\p{Cc}"\\]/gu, '')}"]

key: ${key}                  # waarmee een tekst ernaar verwijst: [@${key}:id]
title: Titel van het document
publisher: Gemeente Waterdam    # van wie het is
year: 2025

# Heten de opgaven in dit document anders? Enkelvoud en meervoud:
# names: { opgave: doel, opgaven: doelen }

themes:
  - title: Betaalbaar wonen
    opgaven:
      # De titel is genoeg: daaruit volgt waaraan een tekst wordt herkend.
      - title: Een derde van de nieuwbouw is sociale huur
        # id: sociale-huur      # de sleutel in een verwijzing; anders volgt zij uit de titel
        # short: Een zin uitleg, voor wie de muis erop houdt.
        # pages: [5, 6]         # bladzijden, of: place: § 2.1
        # words: [corporatiewoningen, sociale sector]      # hoe het in andere teksten heet
        # directions: [Afspraken met de corporatie]        # manieren waarop het kan
      - title: Voorrang voor starters bij koopwoningen

# Begrippen die de studie uitlegt. Mag weg.
# terms:
#   - title: flexwoning
#     definition: Een woning die kan verhuizen.
`;
}
