import { Section, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { planGoals } from "./node-form.ts";

const pages = { 5: "gender-equality", 8: "economic-growth", 10: "inequality", 16: "peace-justice" } as const;

/** The goals of the United Nations that the plans serve, each with its page there. All four unless told. */
export function GoalLinks({ goals = planGoals }: { goals?: readonly number[] }) {
  const words = useWords(planningPlanWords).public;
  const language = useLanguage();
  const shown = planGoals.filter((goal) => goals.includes(goal));
  if (shown.length === 0) return null;
  return (
    <Section title={words.goals} lead={words.goalsLead}>
      <ul className="space-y-1">
        {shown.map((goal) => (
          <li key={goal}>
            <a className="link" rel="noreferrer" href={`https://www.un.org/sustainabledevelopment/${language === "es" ? "es/" : ""}${pages[goal]}/`}>
              {words.goal[`g${goal}`]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
