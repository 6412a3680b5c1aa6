import { toString as drawQr } from "qrcode";
import { type Language, countryName } from "#basics";
import { typeset } from "#documents";
import { plenaryRoomCopyWords } from "#words";
import type { RoomSlip } from "./pack.store.ts";

const template = String.raw`
#let doc = json(bytes(sys.inputs.slips))
#set document(title: doc.title, author: "CORETT", date: datetime(year: 2000, month: 1, day: 1))
#set text(lang: doc.language, font: ("Source Sans 3", "Source Sans 3 Extended"), size: 11pt)
#set page(paper: "us-letter", margin: 18mm)
#set heading(numbering: none)
#heading(level: 1, doc.title)
#for (place, slip) in doc.slips.enumerate() [
  #block(breakable: false, width: 100%, inset: (y: 5mm), stroke: (top: (thickness: 0.5pt, dash: "dashed")))[
    #grid(columns: (1fr, 34mm), column-gutter: 8mm,
      [
        #heading(level: 2, slip.name)
        #slip.of \
        #doc.how \
        #v(1mm)
        #doc.code: #text(size: 17pt, weight: 600, slip.code)
      ],
      image("/qr-" + str(place) + ".svg", width: 34mm, alt: slip.alt))
  ]
]
`;

/** The slips as one PDF to print and cut: name, delegation, personal code, and the code as a picture (QR). */
export async function slipsPdf(meeting: string, slips: readonly RoomSlip[], language: Language): Promise<Uint8Array> {
  const words = plenaryRoomCopyWords[language].slips;
  const assets: Record<string, string> = {};
  for (const [place, slip] of slips.entries()) assets[`/qr-${place}.svg`] = await drawQr(slip.code, { type: "svg", margin: 1 });
  const content = {
    title: words.title(meeting),
    language,
    how: words.how,
    code: words.code,
    slips: slips.map((slip) => ({ name: slip.name, of: belongsTo(slip, language), code: slip.code, alt: words.qr(slip.name) })),
  };
  return typeset(template, { inputs: { slips: JSON.stringify(content) }, assets, standard: "ua-1" });
}

function belongsTo({ country, organisation, capacity, offices }: RoomSlip, language: Language): string {
  const words = plenaryRoomCopyWords[language].slips;
  const place = country === null ? organisation : countryName(country)[language];
  const part = Object.entries(words.capacity).find(([name]) => name === capacity)?.[1];
  const led = Object.entries(words.offices).filter(([office]) => offices.includes(office)).map(([, name]) => name);
  return [place, part, ...led].filter(Boolean).join(" · ");
}
