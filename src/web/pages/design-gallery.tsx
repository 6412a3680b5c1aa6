import { formatCount } from "#basics";
import { Actions, Button, LinkButton } from "../components/button.tsx";
import { CheckboxGroup, RadioGroup } from "../components/choice-group.tsx";
import { DataTable } from "../components/data-table.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import { DefinitionList, Disclosure, FigureBig } from "../components/facts.tsx";
import { Field, Select, Textarea } from "../components/field.tsx";
import { FileField } from "../components/file-field.tsx";
import { Notice } from "../components/notice.tsx";
import { Section } from "../components/page-heading.tsx";
import { ProgressBar } from "../components/progress.tsx";
import { StateTag } from "../components/state-tag.tsx";
import { Steps } from "../components/steps.tsx";
import { Breadcrumbs, Pagination, TabLinks } from "../components/wayfinding.tsx";
import { formState } from "../form-state.ts";
import { useLanguage } from "../language.ts";

const rows = [
  { state: "Guatemala", year: 2020, count: 1025 },
  { state: "República Dominicana", year: 2021, count: 87 },
  { state: "Belice", year: 2022, count: 0 },
];

/** Each component once, with words that a page could have. Its texts are samples and stay in Spanish. */
export function DesignGallery() {
  const language = useLanguage();
  const form = formState(
    { problems: { year: ["early"], terms: ["unmarked"] }, typed: { year: ["1899"], note: ["Se revisó con la fiscalía."] } },
    { early: "El año debe ser 2011 o posterior.", unmarked: "Marque al menos una forma de explotación." },
  );
  return (
    <div lang="es">
      <Section title="Camino, pestañas y páginas">
        <Breadcrumbs
          way={[
            { label: "Inicio", to: `/${language}` },
            { label: "Estadísticas", to: `/${language}/statistics` },
            { label: "2021" },
          ]}
        />
        <TabLinks
          label="Vistas"
          tabs={[
            { to: "?v=1", label: "Resumen", isCurrent: true },
            { to: "?v=2", label: "Por país", isCurrent: false },
            { to: "?v=3", label: "Descargas", isCurrent: false },
          ]}
        />
        <Pagination page={2} pages={14} to={(page) => `?page=${page}`} />
      </Section>
      <Section title="La cifra y sus datos">
        <FigureBig
          figure={formatCount(1025, language)}
          counts="personas identificadas como víctimas de trata en 2020"
          note="Nueve países. Muestra."
        />
        <div className="mt-8 max-w-[40rem]">
          <DefinitionList
            items={[
              { term: "Autoridad", detail: "Ministerio Público" },
              { term: "Fecha de referencia", detail: "31 de diciembre de 2020" },
            ]}
          />
        </div>
        <Disclosure summary="Cómo se cuenta">
          <p className="measure">
            Se cuentan personas, no expedientes. Una persona atendida por dos instituciones se cuenta una vez.
          </p>
        </Disclosure>
      </Section>
      <Section title="Tabla">
        <DataTable
          caption="Personas identificadas por Estado"
          rows={rows}
          rowKey={(row) => row.state}
          columns={[
            { id: "state", head: "Estado", kind: "row-head", cell: (row) => row.state, foot: "Región" },
            { id: "year", head: "Año", kind: "number", cell: (row) => row.year },
            {
              id: "count",
              head: "Personas",
              kind: "number",
              cell: (row) => formatCount(row.count, language),
              foot: formatCount(1112, language),
            },
            { id: "status", head: "Estado del envío", cell: () => <StateTag tone="good">Firmado</StateTag> },
          ]}
        />
      </Section>
      <Section title="Estados, avisos y avance">
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <StateTag tone="neutral">Borrador</StateTag>
          <StateTag tone="info">Enviado</StateTag>
          <StateTag tone="good">Aceptado</StateTag>
          <StateTag tone="caution">Devuelto</StateTag>
          <StateTag tone="bad">Vencido</StateTag>
        </p>
        <Notice tone="info">El plazo vence el 31 de marzo de 2026.</Notice>
        <Notice tone="good" title="Los datos de 2021 se guardaron">
          La delegación titular ya puede firmarlos.
        </Notice>
        <Notice tone="caution">Tres advertencias esperan una palabra de explicación.</Notice>
        <Notice tone="bad">El archivo contiene una columna con nombres de personas y no se cargó.</Notice>
        <Steps label="Etapas del envío" steps={["Borrador", "Enviado", "Firmado", "En revisión", "Aceptado"]} current={2} />
        <ProgressBar
          label="Carga de registros"
          progress={{ state: "failed", done: 40_000, total: 100_000, note: "Muestra de un trabajo que falló." }}
        />
        <ProgressBar label="Publicación 2021" progress={{ state: "done", done: 10, total: 10 }} />
        <EmptyState
          title="Todavía no hay observaciones"
          action={
            <LinkButton to="#" kind="quiet">
              Ver el tablero
            </LinkButton>
          }
        >
          Aquí estarán las observaciones de la Secretaría Técnica sobre los datos de su país.
        </EmptyState>
      </Section>
      <Section title="Formulario">
        <ErrorSummary form={form} />
        <Field {...form.field("year")} label="Año" help="Con cuatro cifras." inputMode="numeric" width="short" />
        <Field {...form.field("source")} label="Institución" optional autoComplete="organization" />
        <Select
          {...form.field("status")}
          label="Condición"
          options={[
            { value: "identified", label: "Identificada" },
            { value: "accredited", label: "Acreditada" },
          ]}
        />
        <Textarea {...form.field("note")} label="Explicación" optional />
        <RadioGroup
          {...form.field("kind", "matrix")}
          label="Qué entrega"
          choices={[
            { value: "matrix", label: "Matriz agregada" },
            { value: "records", label: "Registros sin identidad", help: "Un renglón por persona." },
            { value: "api", label: "Por conexión directa", help: "No disponible: su país aún no la solicitó.", disabled: true },
          ]}
        />
        <CheckboxGroup
          {...form.field("terms")}
          label="Formas de explotación"
          choices={[
            { value: "sexual", label: "Sexual" },
            { value: "labour", label: "Laboral" },
          ]}
        />
        <FileField {...form.field("file")} label="Libro de datos" help="XLSX o CSV, hasta 64 MB." accept=".xlsx,.csv" />
        <Actions>
          <Button>Enviar los datos</Button>
          <Button kind="quiet">Guardar el borrador</Button>
          <Button kind="danger">Retirar el envío</Button>
          <Button disabled>Firmar</Button>
        </Actions>
      </Section>
    </div>
  );
}
