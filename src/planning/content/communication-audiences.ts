import type { Text } from "#basics";
import { activityOf, statement } from "./communication-entry.ts";
import type { Entry } from "./entry.ts";

/** The messages for one audience, the products that carry them and the media; all of them for 2021-2025. */
function audience(page: string, title: Text, messages: readonly Text[], products: readonly Text[], media: Text, note?: Text): Entry {
  return {
    kind: "section",
    title,
    page,
    period: years,
    detail: {
      es: `Tiempos: años 2021-2025. Medios de difusión: ${media.es}.${note ? ` ${note.es}` : ""}`,
      en: `Times: years 2021-2025. Media: ${media.en}.${note ? ` ${note.en}` : ""}`,
    },
    children: [
      ...messages.map((message) => statement("section", page, message)),
      ...products.map((product): Entry => ({ ...activityOf(page, product, [productOf(title)], {}), detail: productTime, period: years })),
    ],
  };
}

const years = ["2021-01-01", "2025-12-31"] as const;
const productTime: Text = { es: "Producto del plan de contenido. Tiempos: años 2021-2025.", en: "Product of the content plan. Times: years 2021-2025." };
const productOf = (title: Text): Text => ({ es: `Mensajes clave para: ${title.es}`, en: `Key messages for: ${title.en}` });

const quarterly: Text = { es: "Boletín trimestral", en: "Quarterly bulletin" };
const bulletins: Text = { es: "Boletines", en: "Bulletins" };
const shortVideo: Text = { es: "Video corto", en: "Short video" };
const leads: Text = {
  es: "Estamos integrados por las comisiones, coaliciones, consejos y/o instituciones que lideran esta temática a nivel nacional",
  en: "We are made up of the commissions, coalitions, councils or institutions that lead this subject at national level",
};
const leadsThem: Text = {
  es: "Estamos integrados por las comisiones, coaliciones, consejos y/o instituciones que lideran estas temáticas a nivel nacional",
  en: "We are made up of the commissions, coalitions, councils or institutions that lead these subjects at national level",
};

/** Section 3: the content plan, one block of the source for each audience. */
export const audienceContent: Entry = {
  kind: "section",
  code: "3",
  title: { es: "Plan de contenido de los mensajes clave", en: "Content plan of the key messages" },
  detail: { es: "Los mensajes que sitúan a la Coalición ante cada público, con sus productos, tiempos y medios.", en: "The messages that place the coalition before each audience, with their products, times and media." },
  page: "p. 19",
  children: [
    audience(
      "p. 19",
      {
        es: "Instituciones estatales; autoridades gubernamentales; comisiones, comités y coaliciones nacionales, miembros de los poderes del Estado u otros",
        en: "State institutions; government authorities; national commissions, committees and coalitions, members of the branches of the state or others",
      },
      [
        {
          es: "Somos la instancia regional oficial de expertos, integrada por 9 países para la prevención y combate de la trata de personas y el tráfico ilícito de migrantes",
          en: "We are the official regional body of experts, made up of 9 countries, for preventing and combating trafficking in persons and smuggling of migrants",
        },
        { es: "Brindamos conocimiento y asesoría técnica en materia de trata de personas y tráfico ilícito de migrantes", en: "We give knowledge and technical advice on trafficking in persons and smuggling of migrants" },
        { es: "Promovemos la atención integral a víctimas de trata de personas y personas objeto de tráfico ilícito de migrantes", en: "We promote comprehensive attention to victims of trafficking in persons and to smuggled migrants" },
        { es: "Trabajamos en la prevención y combate de estos delitos", en: "We work on preventing and combating these crimes" },
        { es: "Contribuimos al cumplimiento de los Objetivos de Desarrollo Sostenible 5, 8, 10 y 16", en: "We contribute to meeting Sustainable Development Goals 5, 8, 10 and 16" },
        {
          es: "Contribuimos al cumplimiento de las normativas y planes nacionales en torno a la prevención y combate de estos delitos",
          en: "We contribute to carrying out national rules and plans on preventing and combating these crimes",
        },
        leads,
      ],
      [quarterly, shortVideo, { es: "Brochure y/u Hoja Informativa", en: "Brochure or information sheet" }],
      {
        es: "correo electrónico; reuniones periódicas con autoridades y actores clave en el tema; vincular espacios virtuales con cooperación de organismos internacionales y agencias vinculadas; página web de la CORETT; páginas web de Consejos/Comités/Comisiones Nacionales contra la Trata de Personas y el Tráfico Ilícito de Migrantes; visitas a máximas autoridades de forma periódica",
        en: "e-mail; regular meetings with authorities and key actors; linking virtual spaces with the cooperation of international organisations and agencies concerned; CORETT's web page; web pages of the national councils, committees and commissions against trafficking in persons and smuggling of migrants; regular visits to the highest authorities",
      },
    ),
    audience(
      "p. 20",
      { es: "Organismos Internacionales y Agencias de Cooperación", en: "International organisations and cooperation agencies" },
      [
        {
          es: "Somos la instancia regional que aborda de manera integral los delitos de trata de personas y tráfico ilícito de migrantes, en concordancia con la normativa nacional e internacional",
          en: "We are the regional body that deals comprehensively with the crimes of trafficking in persons and smuggling of migrants, in accordance with national and international rules",
        },
        { es: "Los Objetivos de Desarrollo Sostenible 5, 8, 10 y 16", en: "Sustainable Development Goals 5, 8, 10 and 16" },
        {
          es: "Potencializamos acciones regionales para la prevención y combate de los delitos de trata de personas y tráfico ilícito de migrantes por medio de alianzas estratégicas",
          en: "We strengthen regional action to prevent and combat the crimes of trafficking in persons and smuggling of migrants by means of strategic alliances",
        },
        {
          es: "Estamos comprometidos con la prevención, atención y protección de las víctimas de trata de personas y personas objeto de tráfico ilícito de migrantes, así como con la persecución penal y sanción de ambos delitos",
          en: "We are committed to the prevention, attention and protection of victims of trafficking in persons and of smuggled migrants, and to the criminal prosecution and punishment of both crimes",
        },
        { es: "Tenemos experiencia de trabajo técnico y financiero con organismos de cooperación internacional", en: "We have experience of technical and financial work with organisations of international cooperation" },
        leadsThem,
      ],
      [
        { es: "Hoja Informativa de la CORETT", en: "CORETT information sheet" },
        quarterly,
        { es: "Informe anual", en: "Annual report" },
        { es: "Resumen ejecutivo del informe anual", en: "Executive summary of the annual report" },
        { es: "Infografías regionales sobre trata de personas y tráfico ilícito de migrantes", en: "Regional infographics on trafficking in persons and smuggling of migrants" },
      ],
      {
        es: "reunión presencial; correo electrónico; carta física y digital; página web; participación en espacios regionales, extra regionales y de la sociedad civil",
        en: "meeting in person; e-mail; letter on paper and digital; web page; taking part in regional and extra-regional spaces and those of civil society",
      },
      {
        es: "Nota de la transcripción: el mensaje sobre los Objetivos de Desarrollo Sostenible está sin verbo en la fuente.",
        en: "Note on the transcription: the message on the Sustainable Development Goals has no verb in the source.",
      },
    ),
    audience(
      "p. 21",
      { es: "Foros regionales y extra regionales", en: "Regional and extra-regional forums" },
      [
        { es: "Somos la instancia especializada a nivel regional en la temática de lucha contra la trata de personas y el tráfico ilícito de migrantes", en: "We are the specialised regional body for the fight against trafficking in persons and smuggling of migrants" },
        {
          es: "Creamos herramientas y metodología de trabajo para el abordaje integral de los delitos de la trata de personas y el tráfico ilícito de migrantes, para su adopción e implementación en los países de la región",
          en: "We create tools and working methods for a comprehensive response to the crimes of trafficking in persons and smuggling of migrants, to be adopted and carried out in the countries of the region",
        },
        {
          es: "Establecemos alianzas estratégicas con instancias públicas y privadas afines a los intereses de la CORETT para implementar esfuerzos de manera conjunta",
          en: "We establish strategic alliances with public and private bodies close to the interests of CORETT, to carry out efforts together",
        },
        leads,
      ],
      [
        bulletins,
        { es: "Vídeo corto", en: "Short video" },
        { es: "Presentaciones con el uso de plantillas para otros programas de presentaciones (Ej: Power Point, Prezi)", en: "Presentations with the use of templates for other presentation programs (e.g. PowerPoint, Prezi)" },
      ],
      {
        es: "distribución digital de los documentos de presentación de la CORETT, a través de herramientas y plataforma tecnológicas; página web",
        en: "digital distribution of the documents that present CORETT, through technological tools and platform; web page",
      },
    ),
    audience(
      "p. 22",
      { es: "Sociedad Civil", en: "Civil society" },
      [
        {
          es: "Tenemos interés en establecer sinergias y coordinación con instancias de la sociedad civil, comprometidas con la prevención, la atención y el combate a los delitos de la trata de personas y el tráfico ilícito de migrantes",
          en: "We want to establish synergies and coordination with bodies of civil society committed to preventing and combating the crimes of trafficking in persons and smuggling of migrants and to attention",
        },
        {
          es: "Somos la instancia regional para la articulación y coordinación que impulsa e implementa acciones conjuntas para el abordaje integral de los delitos de la trata de personas y el tráfico ilícito de migrantes",
          en: "We are the regional body of connection and coordination that promotes and carries out joint action for a comprehensive response to the crimes of trafficking in persons and smuggling of migrants",
        },
        {
          es: "Somos una fuente oficial de información confiable y veraz sobre datos cualitativos y cuantitativos sobre la situación regional en las temáticas de trata de personas y tráfico ilícito de migrantes",
          en: "We are an official source of reliable and true information, in words and figures, on the regional situation of trafficking in persons and smuggling of migrants",
        },
        { es: "Estamos integrados por las Comisiones, Coaliciones, Consejos y/o instituciones que lideran estas temáticas", en: "We are made up of the commissions, coalitions, councils or institutions that lead these subjects" },
      ],
      [
        { es: "Hoja Informativa", en: "Information sheet" },
        { es: "Página Web", en: "Web page" },
        bulletins,
        { es: "Informes nacionales y regionales", en: "National and regional reports" },
        { es: "Directorio de medios y organizaciones de sociedad civil", en: "Directory of news media and civil society organisations" },
      ],
      {
        es: "página web; redes sociales; reuniones presenciales y virtuales de presentación, cabildeo y negociación; otras acciones a nivel nacional y regional",
        en: "web page; social media; meetings in person and virtual for presenting, lobbying and negotiating; other action at national and regional level",
      },
    ),
  ],
};
