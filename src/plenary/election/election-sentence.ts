import { type Language, type Text, languages } from "#basics";
import { type Election, type ElectionRound, type RoundResult, comingRound } from "./election.ts";

/** The name of a state in both languages, from its code. */
export type Named = (country: string) => Text;

/** Several states in words: 'Costa Rica y Panamá'. */
export function statesInWords(countries: readonly string[], named: Named): Text {
  return inBoth((language) => new Intl.ListFormat(language, { type: "conjunction" }).format(countries.map((each) => named(each)[language])));
}

/** How many ballots each got: 'Costa Rica 5, Panamá 3, abstenciones 1'. A lone candidate has ballots in favour and against. */
export function figuresInWords({ ballots: { candidates, against, abstention } }: RoundResult, named: Named): Text {
  const isLone = candidates.length === 1;
  return inBoth((language) => {
    const words = wordsOf[language];
    const each = isLone
      ? [`${words.inFavour} ${candidates[0]?.votes ?? 0}`, `${words.against} ${against}`]
      : candidates.map(({ country, votes }) => `${named(country)[language]} ${votes}`);
    return [...each, `${words.abstentions} ${abstention}`].join(", ");
  });
}

const wordsOf = {
  es: { inFavour: "a favor", against: "en contra", abstentions: "abstenciones" },
  en: { inFavour: "in favour", against: "against", abstentions: "abstentions" },
} as const;

const share = {
  members: { es: "Estados miembros", en: "member states" },
  present: { es: "delegaciones presentes", en: "delegations present" },
  cast: { es: "papeletas", en: "ballots" },
} as const;

/** What became of a round and why, in one or two sentences with the figures that decided. */
export function resultInWords(result: RoundResult, stage: number, basis: keyof typeof share, named: Named): Text {
  const { outcome, because, needed } = result;
  const isShare = stage === 1 || result.ballots.candidates.length === 1;
  const first = result.ballots.candidates[0];
  const leader = named(first?.country ?? "");
  const votes = first?.votes ?? 0;
  const of: Text = isShare ? { es: ` de ${result.basis} ${share[basis].es}`, en: ` of ${result.basis} ${share[basis].en}` } : { es: "", en: "" };
  switch (outcome) {
    case "elected":
      return {
        es: `La Presidencia corresponde a ${leader.es}, con ${counted(votes, "voto", "votos")}; se necesitaban ${needed}${of.es}.`,
        en: `The presidency goes to ${leader.en}, with ${counted(votes, "vote", "votes")}; ${needed} were needed${of.en}.`,
      };
    case "second-round": {
      const through = statesInWords(result.through, named);
      if (stage > 1) return { es: `Empate entre ${through.es}: se vota una vez más, solo entre ellos.`, en: `Tie between ${through.en}: one more vote is held, among them alone.` };
      const tie = tieOf(because);
      return {
        es: `Nadie obtuvo los ${needed} votos necesarios${of.es}. Pasan a la segunda vuelta ${through.es}${tie.es}.`,
        en: `Nobody reached the ${needed} votes needed${of.en}. ${through.en} go on to the second round${tie.en}.`,
      };
    }
    case "tie-lots": {
      const tied = statesInWords(result.tied, named);
      return { es: `Empate entre ${tied.es}: se decide por sorteo ante testigos.`, en: `Tie between ${tied.en}: lots are drawn before witnesses.` };
    }
    case "none":
      return because === "nothing-cast"
        ? { es: "Nadie votó por una candidatura: no hay elección. Las candidaturas se abren de nuevo.", en: "Nobody voted for a candidate: nobody is elected. Candidacies open again." }
        : {
            es: `La candidatura única de ${leader.es} obtuvo ${counted(votes, "voto", "votos")} a favor; se necesitaban ${needed}${of.es}. Las candidaturas se abren de nuevo.`,
            en: `The only candidacy, of ${leader.en}, got ${counted(votes, "vote", "votes")} in favour; ${needed} were needed${of.en}. Candidacies open again.`,
          };
    case "no-quorum":
      return {
        es: "Sin resultado: no hubo quórum durante toda la votación. La misma vuelta se repite.",
        en: "No result: there was no quorum throughout the vote. The same round is held again.",
      };
  }
}

/** What follows when states withdrew between two rounds; `undefined` when nobody did. */
export function withdrawalInWords(election: Pick<Election, "state" | "rounds" | "candidacies" | "rule">, named: Named): Text | undefined {
  const coming = comingRound(election);
  if (coming === undefined)
    return election.state === "candidacies" && election.rounds.length > 0
      ? { es: "Las candidaturas están abiertas de nuevo.", en: "Candidacies are open again." }
      : undefined;
  if (coming.left.length === 0) return undefined;
  const [left, stay] = [statesInWords(coming.left, named), statesInWords(coming.candidates, named)];
  const one = coming.left.length === 1;
  const gone: Text = { es: `${left.es} ${one ? "se retiró" : "se retiraron"} antes de la vuelta siguiente.`, en: `${left.en} withdrew before the next round.` };
  if (coming.candidates.length === 1)
    return {
      es: `${gone.es} Queda ${stay.es} como candidatura única: se vota a favor o en contra, con la mayoría de la primera vuelta. Nadie ocupa el lugar de quien se retira.`,
      en: `${gone.en} ${stay.en} is left as the only candidate: the vote is in favour or against, with the majority of the first round. Nobody moves up into the place of who withdraws.`,
    };
  return { es: `${gone.es} Se vota entre ${stay.es}.`, en: `${gone.en} The vote is between ${stay.en}.` };
}

function tieOf(because: RoundResult["because"]): Text {
  if (because === "tied-first") return { es: ", que empatan en el primer lugar", en: ", who tie for the first place" };
  if (because === "tied-second") return { es: ", porque hay empate en el segundo lugar", en: ", because there is a tie for the second place" };
  return { es: "", en: "" };
}

/** The history line of a settled round: its title, the figures and what became of it. */
export function roundInWords(round: Pick<ElectionRound, "title" | "stage">, result: RoundResult, basis: keyof typeof share, named: Named): Text {
  const [figures, sentence] = [figuresInWords(result, named), resultInWords(result, round.stage, basis, named)];
  return inBoth((language) => `${round.title[language]}: ${figures[language]}. ${sentence[language]}`);
}

function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}

function inBoth(line: (language: Language) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, line(language)])) as Record<Language, string>; // made of all languages
}
