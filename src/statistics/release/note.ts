import type { Language } from "#basics";
import { typeset } from "#documents";
import type { Methodology } from "../methodology/methodology.ts";
import { windowOf } from "./design.ts";
import { filledTables } from "./observation.ts";
import type { ReleaseData } from "./release-data.ts";

/** The methodology note of a release as a tagged PDF (PDF/UA-1): what is counted, from whom, and how persons are protected. */
export function methodologyNote(release: ReleaseData, methodology: Methodology, language: Language): Promise<Uint8Array> {
  return typeset(source, {
    standard: "ua-1",
    inputs: { note: JSON.stringify(content(release, methodology, language)) },
  });
}

/** The words of the note; the public page of the methodology says the same. */
export function content(release: ReleaseData, methodology: Methodology, language: Language) {
  const say = (es: string, en: string) => (language === "es" ? es : en);
  const [first, last] = windowOf(methodology, release.year);
  const { k, fullFrom, marginsFrom, poolYears } = methodology;
  return {
    language,
    date: release.publishedOn,
    title: say(`Nota metodológica: personas víctimas de trata, ${release.year}`, `Methodology note: victims of trafficking in persons, ${release.year}`),
    mast: "CORETT",
    sections: [
      {
        heading: say("Qué se cuenta", "What is counted"),
        paragraphs: [
          say(
            "La cifra principal son las personas víctimas de trata identificadas por la autoridad competente de cada país durante el año. Las personas presuntas víctimas, las acreditadas y las rescatadas son conteos distintos: se publican aparte y nunca se suman entre sí.",
            "The headline is the number of victims of trafficking in persons identified by each country's competent authority during the year. Presumed victims, accredited victims and persons rescued are different counts: they are published apart and never added together.",
          ),
          say(
            "Una persona puede haber sufrido varias formas de explotación; por eso las formas no suman el total de personas. Quien no figura en un desglose está en «se desconoce»: así cada total es exactamente la suma de sus partes.",
            "One person may have suffered several forms of exploitation, so the forms do not add up to the total number of persons. Persons who are not broken down stand under “unknown”: so every total is exactly the sum of its parts.",
          ),
        ],
      },
      {
        heading: say("Cero, sin dato y protegido no son lo mismo", "Zero, no figure and protected are not the same"),
        paragraphs: [
          say(
            "Un cero significa que no se identificó a nadie. «No informado», «no se recopila» y «no aplica» dicen por qué no hay cifra. «Reservado en la fuente» significa que el propio país publica solo «menos de 5»; esa celda se trata como un valor entre 0 y 4 y nunca como cero.",
            "A zero means that nobody was identified. “Not reported”, “not collected” and “not applicable” say why there is no figure. “Withheld at source” means that the country itself publishes only “fewer than 5”; that cell is treated as a value from 0 to 4 and never as a zero.",
          ),
          say(
            "Cuando un país solo informa límites, el total regional se publica como dos números entre los que se encuentra la cifra verdadera. El total regional dice siempre qué países incluye y no se completa con estimaciones.",
            "Where a country reports limits only, the regional total is published as two numbers between which the true figure lies. The regional total always says which countries it includes and is never filled in with estimates.",
          ),
        ],
      },
      {
        heading: say("Cómo se protege a las personas", "How persons are protected"),
        paragraphs: [
          say(
            `Los conteos de 1 a ${k - 1} no se publican, porque permitirían reconocer a una persona. También se ocultan las celdas con las que alguien podría deducirlos por resta, considerando a la vez todas las tablas, los países, la región y las publicaciones anteriores. Todas las celdas ocultas llevan la misma marca.`,
            `Counts from 1 to ${k - 1} are not published, because a person could be recognised. Cells from which they could be worked out by subtraction are hidden too, over all tables, countries, the region and earlier releases at once. All hidden cells carry the same mark.`,
          ),
          say(
            `La selección se calcula con programación lineal: para cada celda protegida debe seguir siendo posible un valor de ${k} o más, y su intervalo debe tener una amplitud de al menos ${k - 1}. Un programa independiente ataca después el resultado con todo lo que es público; si encuentra una sola fuga, la publicación no sale.`,
            `The choice is computed by linear programming: for each protected cell a value of ${k} or more must remain possible, and its interval must be at least ${k - 1} wide. An independent program then attacks the result with everything that is public; if it finds a single leak, there is no release.`,
          ),
          say(
            "Si en un grupo pequeño todas las personas comparten una característica sensible (la forma de explotación, el servicio recibido o ser menor de edad), esa celda también se oculta.",
            "If in a small group all persons share a sensitive attribute (the form of exploitation, the service received, or being a child), that cell is hidden too.",
          ),
        ],
      },
      {
        heading: say("Países con pocos casos", "Countries with few cases"),
        paragraphs: [
          say(
            `El detalle depende solo del total publicado: desde ${fullFrom} personas se publican tablas cruzadas; de ${marginsFrom} a ${fullFrom - 1}, tablas de una sola característica; con menos de ${marginsFrom}, el total. Para esos países se reúnen además ${poolYears} años en una sola tabla (${first} a ${last}), en ventanas que no se traslapan.`,
            `The detail depends on the published total alone: from ${fullFrom} persons crossed tables are published; from ${marginsFrom} to ${fullFrom - 1}, tables of one attribute; below ${marginsFrom}, the total. For those countries ${poolYears} years are also pooled in one table (${first} to ${last}), in windows that do not overlap.`,
          ),
        ],
      },
      {
        heading: say("Tablas de esta publicación", "Tables of this release"),
        paragraphs: [],
        items: filledTables(release, methodology).map((table) => `${table.title[language]}: ${table.unit[language]}.`),
      },
      {
        heading: say("Fuentes de los países", "Sources of the countries"),
        paragraphs: [],
        items: release.areas.filter((area) => area.authority || area.source).map((area) => [`${area.name[language]}:`, area.authority, area.source && `(${area.source})`].filter(Boolean).join(" ")),
      },
      {
        heading: say("Clasificaciones", "Classifications"),
        paragraphs: [
          say(
            "Los códigos siguen el estándar HTCDS 2.0 de la OIM (CC BY 4.0) y las cuatro unidades de la clasificación internacional IC-TIP de la OIM y la UNODC; no se afirma conformidad con esta última.",
            "Codes follow IOM's HTCDS 2.0 standard (CC BY 4.0) and the four units of the international classification IC-TIP of IOM and UNODC; no conformity with the latter is claimed.",
          ),
        ],
      },
    ],
    foot: say(
      `Publicación ${release.year}, versión ${release.version}. Metodología ${methodology.version}. Licencia CC BY 4.0.`,
      `Release ${release.year}, version ${release.version}. Methodology ${methodology.version}. Licence CC BY 4.0.`,
    ),
  };
}

const source = `
#let note = json(bytes(sys.inputs.note))
#let day = note.date.split("-").map(int)
#set document(title: note.title, author: "CORETT", date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set page(paper: "us-letter", margin: (x: 26mm, y: 24mm), numbering: "1 / 1", footer: context [
  #set text(size: 8.5pt, fill: rgb("#4d5967"))
  #note.foot #h(1fr) #counter(page).display("1 / 1", both: true)
])
#set text(lang: note.language, font: "Source Sans 3", size: 10.5pt, fill: rgb("#10243e"))
#set par(leading: 0.72em, spacing: 1.05em)
#show heading: set text(font: "Source Serif 4", weight: "semibold")
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, text(size: 13pt, it.body))
#text(size: 9pt, tracking: 0.12em, fill: rgb("#1b5a9e"), weight: "semibold", note.mast)
#v(-0.4em)
#line(length: 28mm, stroke: 1.6pt + rgb("#e0a030"))
#heading(level: 1, note.title)
#v(0.4em)
#for section in note.sections [
  #heading(level: 2, section.heading)
  #for paragraph in section.paragraphs [
    #par(paragraph)
  ]
  #if "items" in section and section.items.len() > 0 [
    #list(..section.items.map(item => [#item]))
  ]
]
`;
