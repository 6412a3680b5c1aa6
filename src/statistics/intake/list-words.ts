/** Words of national files for codes of our lists, beyond the labels of the lists themselves. Folded: lower case, no accents. */
export const listWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: {
    F: "f,mujer,mujeres,femenino,femenina,fem,female,females,woman,women,girl,girls,nina,ninas,feminine",
    M: "m,h,hombre,hombres,masculino,masc,male,males,man,men,boy,boys,nino,ninos,varon,varones,masculine",
    O: "o,otro,otra,other,trans,transgender,persona trans,no binario,non binary",
  },
  ageGroup: {
    MINOR: "minor,minors,menor,menores,menor de edad,menores de edad,nna,nnya,nina nino o adolescente,ninez y adolescencia,child,children,0 17,0 a 17,0 17 anos,0 to 17 years,under 18,menor de 18,menor de 18 anos",
    ADULT: "adult,adults,adulto,adulta,adultos,adultas,persona adulta,mayor,mayores,mayor de edad,mayores de edad,18+,18 y mas,18 o mas,18 anos y mas,18 years or over,18 and over,over 18",
    N12_17: "adolescente,adolescentes,adolescent,adolescents",
  },
  victimStatus: {
    PRESUMED: "presunta,presunto,presunta victima,presuntas,posible victima,posible,potencial,victima potencial,presumed,possible,potential",
    PRELIM: "preliminar,identificacion preliminar,preliminary",
    IDENTIFIED: "identificada,identificado,identificadas,victima identificada,detectada,victima detectada,victima,identified,detected,victim",
    ACCREDITED: "acreditada,acreditado,victima acreditada,confirmada,confirmado,victima confirmada,reconocida,accredited,confirmed",
    RESCUED: "rescatada,rescatado,victima rescatada,rescued",
    NOT_VICTIM: "no es victima,no victima,descartada,descartado,not a victim",
  },
  formOfExploitation: {
    SEX: "sexual,explotacion sexual,trata sexual,trata con fines de explotacion sexual,explotacion sexual comercial,sex,sex trafficking,sexual exploitation",
    SEX_CSEC: "escnna,esci,explotacion sexual comercial infantil,explotacion sexual infantil,csec",
    SEX_PROST: "prostitucion,prostitucion forzada,prostitucion ajena",
    LAB: "laboral,explotacion laboral,trata laboral,trabajo forzado,trabajos forzados,trabajos o servicios forzados,forced labor,forced labour,labour,labor,labour exploitation",
    SERV_DOM: "servidumbre domestica,domestic servitude",
    SLAV: "esclavitud,practicas analogas a la esclavitud,slavery",
    MARR: "matrimonio forzado,matrimonio servil,union forzada,matrimonio forzado o servil,forced marriage",
    BEG: "mendicidad,mendicidad ajena,mendicidad forzada,begging,forced begging",
    CRIM: "actividades delictivas,actividades delictivas forzadas,actividades ilicitas,criminalidad forzada,reclutamiento forzado para actividades delictivas,forced criminality,forced crime",
    ORGAN: "organos,extraccion de organos,trafico de organos,organ removal,removal of organs",
    ADOPT: "adopcion ilegal,adopcion irregular,venta de ninos,adopcion,illegal adoption",
    PREG: "embarazo forzado,gestacion subrogada,forced pregnancy,surrogacy",
    MIL: "reclutamiento forzado,conflicto armado,grupos armados,ninos soldado,child soldiers",
    OTHER: "otra,otras,otro,otros,otras formas,otras modalidades,other,others,other forms,other forms of exploitation",
  },
  scope: {
    INTERNAL: "interna,interno,nacional,domestica,dentro del pais,internal,domestic,national",
    CROSS: "externa,externo,internacional,transnacional,transfronteriza,cross border,international,transnational,external",
    BOTH: "mixta,mixto,ambas,ambos,interna y externa,both,mixed",
  },
  servicesProvided: {
    SHELTER: "albergue,alojamiento,refugio,shelter,accommodation,housing",
    FOOD: "alimentacion,vestido,higiene,food",
    HEALTH: "salud,atencion medica,medica,medico,health,medical,medical care",
    PSYCH: "psicologica,psicologico,atencion psicologica,apoyo psicosocial,psicosocial,psychological,counselling,counseling",
    LEGAL: "legal,asesoria legal,juridica,asistencia legal,asistencia juridica,legal aid",
    PROTECT: "proteccion,seguridad,medidas de proteccion,protection",
    MIGSTATUS: "regularizacion,regularizacion migratoria,migratoria,residencia,permiso de residencia,documentacion,residence permit",
    EDUC: "educacion,educativa,education",
    VOC: "formacion,capacitacion,formacion tecnica,vocational,training",
    JOB: "empleo,insercion laboral,job,employment",
    ECON: "economico,economica,apoyo economico,ayuda economica,financial",
    FAMREUN: "reunificacion,reunificacion familiar,family reunification",
    REPAT: "repatriacion,retorno,retorno voluntario,repatriation,return",
    REINT: "reintegracion,reinsercion,reintegration",
    NONE: "ninguno,ninguna,ningun servicio,none,no",
  },
  origin: {
    AMR: "otros paises de america,resto de america,otro pais de america,other americas",
    WLD: "resto del mundo,otros paises,otras nacionalidades,otra,otro,rest of the world",
  },
};

/** Words for 'not known', the same for every list. */
export const unknownWords =
  "se desconoce,desconocido,desconocida,desconocidos,no se sabe,sin dato,sin datos,s d,n d,nd,no consta,no especificado,no especificada,sin especificar,no determinado,no determinada,ignorado,no informado,no registra,no reportado,unknown,not known,not stated,not specified,unspecified,undetermined".split(
    ",",
  );
